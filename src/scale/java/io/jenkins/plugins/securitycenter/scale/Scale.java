package io.jenkins.plugins.securitycenter.scale;

import com.sun.management.OperatingSystemMXBean;
import io.jenkins.plugins.securitycenter.record.ArchivedRecord;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * Generates the files that the builds of many jobs archive, answers the questions of docs/scale.md with DuckDB and with
 * Spark, compares their answers with those of the records, and prints rows, bytes and seconds. Fails if answers differ.
 */
public final class Scale {

    private static final int SHOWN = 5;
    private static final int MEGABYTE = 1_000_000;
    private static final double NANOS = 1e9;
    private static final String LINE = "%-28s %9s %9s %9s %9s %9s %9s %9s %9s%n";

    private final Page page;
    private final Path work;
    private final int findings;
    private final Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());

    private Scale(Page page, Path work, int findings) {
        this.page = page;
        this.work = work;
        this.findings = findings;
    }

    /** @param args the page with the SQL, a working directory, the number of jobs, findings per build, Spark's master */
    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        Scale scale = new Scale(new Page(Path.of(args[0])), Path.of(args[1]), Integer.parseInt(args[3]));
        int jobs = Integer.parseInt(args[2]);
        List<Integer> sizes = IntStream.of(jobs / 100, jobs / 10, jobs)
                .filter(size -> size > 0)
                .distinct()
                .boxed()
                .toList();
        Archive all = new Archive(scale.work);
        all.delete();
        try (DuckDb duck = new DuckDb();
                Spark spark = new Spark(args[4])) {
            scale.run(sizes, duck, spark);
        } finally {
            all.delete();
        }
    }

    private void run(List<Integer> sizes, DuckDb duck, Spark spark) throws Exception {
        System.out.printf("%n%d builds of each job, about %d findings each%n%n", GeneratedJob.BUILDS, findings);
        for (int jobs : sizes) {
            Archive archive = new Archive(work.resolve("jobs-" + jobs));
            long start = System.nanoTime();
            ExpectedAnswers expected = archive.generate(jobs, findings, now);
            System.out.printf(
                    "%d jobs: %,d rows, %s MB of .jsonl.gz, written in %s s%n%n",
                    jobs, expected.lines(), megabytes(archive.bytes(".gz")), seconds(start));
            header();
            boolean last = jobs == sizes.get(sizes.size() - 1);
            Case asked = new Case(archive, jobs, expected, List.of(duck, spark));
            measure("JSON Lines, gzip", archive.bytes(ArchivedRecord.FINDINGS), asked, this::jsonLines);
            if (last) {
                formats(asked, duck);
                Arrays.stream(Question.values()).forEach(question -> show(question, expected.of(question)));
            }
            archive.delete();
            System.out.println();
        }
    }

    /** Measures the same findings in other formats. */
    private void formats(Case asked, DuckDb duck) throws Exception {
        Archive archive = asked.archive;
        archive.decompress();
        String plain = Archive.plain(ArchivedRecord.FINDINGS);
        measure("JSON Lines", archive.bytes(plain), asked, (engine, where) -> {
            List<String> views = jsonLines(engine, where);
            views.replaceAll(view -> view.replace(ArchivedRecord.FINDINGS, plain));
            return views;
        });
        Archive one = new Archive(archive.directory().resolve("parquet-one"));
        Archive each = new Archive(archive.directory().resolve("parquet-each"));
        Files.createDirectories(one.directory());
        long start = System.nanoTime();
        Path parquet = one.directory().resolve("findings.parquet");
        duck.execute(page.statements("Parquet")
                .get(0)
                .replace("'archive", "'" + archive.directory())
                .replace("'findings.parquet'", "'" + parquet + "'"));
        String seconds = seconds(start);
        split(parquet, each, asked.jobs, duck);
        measure("Parquet, a file per build", each.bytes(".parquet"), asked, parquet(each));
        measure("Parquet, one file", one.bytes(".parquet"), asked, parquet(one));
        System.out.printf("%nDuckDB writes the one file from the compressed JSON Lines in %s s%n", seconds);
        System.out.printf(
                "Libraries that write Parquet in Java: parquet-* %s MB, hadoop-client-* %s MB%n%n",
                megabytes(libraries("parquet-")), megabytes(libraries("hadoop-client-")));
    }

    /** Writes a file for each build, of some jobs at a time, because DuckDB keeps the rows of each file in memory. */
    private static void split(Path parquet, Archive each, int jobs, DuckDb duck) throws SQLException {
        int parts = Math.max(1, jobs / 50);
        for (int part = 0; part < parts; part++) {
            duck.execute("COPY (SELECT * FROM read_parquet('" + parquet + "') WHERE hash(job) % " + parts + " = " + part
                    + ") TO '" + each.directory() + "' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (job, build), "
                    + "WRITE_PARTITION_COLUMNS true, OVERWRITE_OR_IGNORE true)");
        }
    }

    private interface Views {
        List<String> of(Engine engine, Archive archive);
    }

    private List<String> jsonLines(Engine engine, Archive archive) {
        List<String> statements = page.statements(engine.name());
        statements.replaceAll(statement -> statement.replace("'archive", "'" + archive.directory()));
        return statements;
    }

    private Views parquet(Archive parquet) {
        return (engine, archive) -> {
            List<String> views = jsonLines(engine, archive);
            views.replaceAll(view -> view.contains("VIEW finding_lines")
                    ? engine.parquetView("finding_lines", parquet.directory().toString())
                    : view);
            return views;
        };
    }

    private record Case(Archive archive, int jobs, ExpectedAnswers expected, List<Engine> engines) {}

    private void measure(String format, long bytes, Case asked, Views definitions) throws Exception {
        ExpectedAnswers expected = asked.expected;
        for (Engine engine : asked.engines) {
            List<String> views = definitions.of(engine, asked.archive);
            engine.define(views);
            List<Object> cells = new ArrayList<>(
                    List.of(format, engine.name(), megabytes(bytes), "%,d".formatted(expected.lines())));
            long start = System.nanoTime();
            long cpu = cpuNanos();
            for (Question question : Question.values()) {
                long begin = System.nanoTime();
                List<String> answer =
                        engine.ask(page.statements(question.heading()).get(0));
                cells.add(seconds(begin));
                check(format + ", " + engine.name() + ", " + question, answer, expected.of(question));
            }
            cells.add(seconds(start));
            cells.add("%.1f".formatted((cpuNanos() - cpu) / NANOS));
            System.out.printf(LINE, cells.toArray());
        }
    }

    private static void check(String what, List<String> actual, List<String> expected) {
        if (actual.equals(expected)) {
            return;
        }
        for (int row = 0; row < Math.max(actual.size(), expected.size()); row++) {
            String one = row < actual.size() ? actual.get(row) : "nothing";
            String other = row < expected.size() ? expected.get(row) : "nothing";
            if (!one.equals(other)) {
                throw new IllegalStateException(
                        what + ": row " + row + " is \"" + one + "\" instead of \"" + other + "\"");
            }
        }
    }

    private static void header() {
        System.out.printf(
                LINE, "findings as", "engine", "MB", "rows", "exploited", "logins", "to fix", "seconds", "CPU s");
    }

    private static void show(Question question, List<String> answer) {
        System.out.printf("%s: %,d rows%n", question.heading(), answer.size());
        answer.stream().limit(SHOWN).forEach(row -> System.out.println("  " + row));
    }

    private static long libraries(String prefix) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> file.getName().startsWith(prefix))
                .mapToLong(File::length)
                .sum();
    }

    /** Returns the processor time of this process, in which both engines run. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static String megabytes(long bytes) {
        return "%.1f".formatted((double) bytes / MEGABYTE);
    }

    private static String seconds(long start) {
        return "%.1f".formatted((System.nanoTime() - start) / NANOS);
    }
}
