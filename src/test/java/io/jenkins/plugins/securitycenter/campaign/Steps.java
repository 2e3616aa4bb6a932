package io.jenkins.plugins.securitycenter.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.resource.AssetLists;
import io.jenkins.plugins.securitycenter.client.resource.PagedResource;
import io.jenkins.plugins.securitycenter.client.resource.Resource;
import io.jenkins.plugins.securitycenter.client.resource.ResourceType;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.record.BuildReading;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What builds do besides waiting: each ends with the truth or with a sentence. */
final class Steps {

    private static final String LIST = "Campaign";

    private final Setting setting;
    private final Random random;
    private final Report report;
    private final Records records;

    /** Takes the lines of the story, and the faults of the product. */
    interface Report {
        void line(String text);

        void fault(String text);

        /** Checks that a user can read why something failed. */
        void said(Exception problem);
    }

    Steps(Setting setting, Random random, Report report, Records records) {
        this.setting = setting;
        this.random = random;
        this.report = report;
        this.records = records;
    }

    /** One of them at random. */
    void any(String scanResult) {
        switch (random.nextInt(6)) {
            case 0 -> exact("export " + scanResult, server -> export(server, scanResult));
            case 1 -> exact("totals " + scanResult, server -> totals(server, scanResult));
            case 2 -> exact("plugins", Steps::plugins);
            case 3 -> exact("repositories", server -> new Resource<>(server, ResourceType.REPOSITORY).list());
            case 4 -> asset();
            default -> record(scanResult);
        }
    }

    /** Records the findings of a scan result, as a build that compares them with the last record. */
    void record(String scanResult) {
        String step = "record " + scanResult;
        BuildReading.Made made;
        try (SecurityCenter server = setting.open()) {
            made = records.record(server, scanResult, setting.clock, true);
        } catch (Exception e) {
            ended(step, e);
            return;
        }
        report.line(step + ": " + told(made));
        try {
            compare(step, made, setting.truth(server -> records.record(server, scanResult, setting.clock, false)));
            records.keep();
        } catch (Exception e) {
            report.fault("the truth of " + step + " cannot be read: " + e);
        }
    }

    /** What was read is all there is, or says how much is missing, which makes a build unstable. */
    private void compare(String step, BuildReading.Made made, BuildReading.Made truth) {
        long total = truth.summary().changes().total().total();
        long read = made.summary().changes().total().total();
        boolean right = made.missing() == 0
                ? made.summary().equals(truth.summary()) && made.nothingScanned() == truth.nothingScanned()
                : read + made.missing() == total;
        if (!right) {
            report.fault(step + " is " + told(made) + " instead of " + told(truth));
        }
    }

    private static String told(BuildReading.Made made) {
        return made.summary().changes() + " " + made.summary().verdict().outcome() + ", missing " + made.missing()
                + ", repeated " + made.repeated() + (made.nothingScanned() ? ", nothing scanned" : "");
    }

    private static List<Byte> export(SecurityCenter server, String scanResult) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new ScanResults(server).export(scanResult, () -> {
            file.reset();
            return file;
        });
        return List.of((byte) file.size(), (byte) Arrays.hashCode(file.toByteArray()));
    }

    private static Totals totals(SecurityCenter server, String scanResult) throws Exception {
        return new Analysis(server).totals(AnalysisQuery.ofScanResult(scanResult));
    }

    private static JsonNode plugins(SecurityCenter server) throws Exception {
        return new PagedResource(server).all(Request.get("/plugin").query("fields", "id,name"));
    }

    private <T> void exact(String step, Setting.Question<T> question) {
        T made;
        try (SecurityCenter server = setting.open()) {
            made = question.ask(server);
        } catch (Exception e) {
            ended(step, e);
            return;
        }
        report.line(step + ": done");
        try {
            T truth = setting.truth(question);
            if (!truth.equals(made)) {
                report.fault(step + " is " + shortened(made) + " instead of " + shortened(truth));
            }
        } catch (Exception e) {
            report.fault("the truth of " + step + " cannot be read: " + e);
        }
    }

    private void asset() {
        String hosts = "192.0.2." + (1 + random.nextInt(3));
        try (SecurityCenter server = setting.open()) {
            new AssetLists(server).put(LIST, ScanTargets.parse(hosts), "");
            report.line("asset: " + hosts);
            if (assets() != 1
                    || !setting.simulator.controls().objects("asset").toString().contains(hosts)) {
                report.fault("the asset list is not " + hosts);
            }
        } catch (Exception e) {
            ended("asset", e);
        }
        if (assets() > 1) {
            report.fault("there are " + assets() + " asset lists of one name");
        }
    }

    private long assets() {
        return setting.simulator.controls().objects("asset").stream()
                .filter(asset -> asset.path("name").asText().equals(LIST))
                .count();
    }

    private void ended(String step, Exception problem) {
        report.line(step + ": " + problem);
        report.said(problem);
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.substring(0, Math.min(300, text.length()));
    }
}
