package io.jenkins.plugins.securitycenter.list;

import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Creates jobs with one build and one record each in a directory of a Jenkins instance that is not running, or measures how
 * long a page of a running instance takes.
 */
public final class JobListBenchmark {

    private static final int ROUNDS = 23;
    private static final int WARM_UP = 3;

    private static final String JOB = "<?xml version='1.1' encoding='UTF-8'?>\n<project/>\n";
    private static final String BUILD = """
            <?xml version='1.1' encoding='UTF-8'?>
            <build>
              <actions>
                <io.jenkins.plugins.securitycenter.result.FindingsAction>
                  <id>weekly</id>
                  <name>Weekly scan</name>
                  <origin>
                    <server>production</server>
                    <scanResultId>77</scanResultId>
                    <url></url>
                    <reference></reference>
                    <selection></selection>
                  </origin>
                  <summary>%s</summary>
                </io.jenkins.plugins.securitycenter.result.FindingsAction>
              </actions>
              <timestamp>1767225600000</timestamp>
              <startTime>1767225600000</startTime>
              <result>SUCCESS</result>
              <duration>1000</duration>
            </build>
            """;

    private JobListBenchmark() {}

    /** @param arguments {@code create HOME JOBS} or {@code measure URL} */
    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("create")) {
            create(Path.of(arguments[1]).resolve("jobs"), Integer.parseInt(arguments[2]));
        } else {
            measure(URI.create(arguments[1]));
        }
    }

    private static void create(Path jobs, int number) throws IOException {
        for (int i = 1; i <= number; i++) {
            Path job = jobs.resolve("job-%04d".formatted(i));
            Path build = job.resolve("builds/1");
            Files.createDirectories(build);
            Files.writeString(job.resolve("config.xml"), JOB);
            Files.writeString(job.resolve("nextBuildNumber"), "2\n");
            Files.writeString(build.resolve("log"), "");
            Files.writeString(
                    build.resolve("build.xml"),
                    BUILD.formatted(escaped(summary(i).toText())));
        }
    }

    private static RecordSummary summary(int job) {
        Totals total = new Totals(job % 7, job % 31, job % 101, job % 53, job % 211);
        Totals added = new Totals(job % 2, job % 3, 0, 0, 0);
        StateCounts counts = new StateCounts(true, total, added, Totals.NONE, Totals.NONE, Totals.NONE);
        return new RecordSummary(counts.withOverdue(added), Verdict.NONE);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static void measure(URI page) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        long[] times = new long[ROUNDS];
        int length = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            times[i] = (System.nanoTime() - start) / 1_000_000;
            length = answer.body().length();
            if (answer.statusCode() != 200) {
                throw new IOException(page + " was answered with status " + answer.statusCode());
            }
        }
        long[] measured = IntStream.range(WARM_UP, ROUNDS)
                .mapToLong(i -> times[i])
                .sorted()
                .toArray();
        System.out.printf(
                "%s: first %d ms, then median %d ms, maximum %d ms of %d; %d characters%n",
                page, times[0], measured[measured.length / 2], measured[measured.length - 1], measured.length, length);
    }
}
