package io.jenkins.plugins.securitycenter.harness;

import io.jenkins.plugins.securitycenter.step.AssetStep;
import io.jenkins.plugins.securitycenter.step.FindingExportPaths;
import io.jenkins.plugins.securitycenter.step.FindingsQuery;
import io.jenkins.plugins.securitycenter.step.GateRule;
import io.jenkins.plugins.securitycenter.step.ImportStep;
import io.jenkins.plugins.securitycenter.step.OnDemandDefinition;
import io.jenkins.plugins.securitycenter.step.RawResultStep;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import io.jenkins.plugins.securitycenter.step.ReportStep;
import io.jenkins.plugins.securitycenter.step.RequestStep;
import io.jenkins.plugins.securitycenter.step.ScanQualityRule;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep;
import io.jenkins.plugins.securitycenter.step.SessionStep;
import io.jenkins.plugins.securitycenter.step.VerificationDefinition;
import java.util.List;
import java.util.Map;

/** Every step with nothing but what it needs, and with everything that it can take. */
public final class Samples {

    /** The server and the credentials of the full samples. */
    public static final String SERVER = "second";

    public static final String KEYS = "keys";

    private static final String QUOTES = "a 'b' \"c\" <d> \\ e\nf";

    private Samples() {}

    /** By the line of a pipeline that they make. */
    public static Map<String, SecurityCenterStep> bare() {
        return Map.of(
                "securityCenterScan 'Weekly'",
                new ScanStep("Weekly"),
                "securityCenterRequest '/scan'",
                new RequestStep("/scan"),
                "securityCenterRecord()",
                new RecordStep(),
                "securityCenterExport()",
                new RawResultStep(),
                "securityCenterAsset addresses: '10.0.0.1', name: 'Shop'",
                address(),
                "securityCenterReport 'Monthly'",
                new ReportStep("Monthly"),
                "securityCenterImport file: 'in/a.nessus', repository: 'Default'",
                new ImportStep("in/a.nessus", "Default"),
                "withSecurityCenter {\n    // some block\n}",
                new SessionStep(null));
    }

    /** Several of those steps whose parameters exclude each other; together they have every parameter. */
    public static List<SecurityCenterStep> full() {
        List<SecurityCenterStep> all = List.of(
                scan(),
                onDemand(),
                verification(),
                request(),
                upload(),
                pages(),
                record(),
                query(),
                export(),
                asset(),
                hostNames(),
                file(),
                report(),
                imported(),
                new SessionStep(SERVER));
        all.forEach(step -> {
            step.setServer(SERVER);
            step.setCredentialsId(KEYS);
        });
        return all;
    }

    private static ScanStep scan() {
        ScanStep step = new ScanStep(QUOTES.replace("\n", " "));
        step.setKind("agent");
        step.setWaitFor("completed");
        step.setTimeout(90);
        step.setOnAbort("leave");
        step.setOnPartial("fail");
        return step;
    }

    private static ScanStep onDemand() {
        OnDemandDefinition definition = new OnDemandDefinition("Made <1>", "Full Safe Scan", "Default");
        definition.setTargets("10.0.0.1, 10.0.0.2\nwww.example.com");
        definition.setAssets("Build agents\nShop");
        definition.setZone("DMZ");
        definition.setCredentials("Linux root");
        definition.setMaxScanTime("3600");
        ScanStep step = new ScanStep(null);
        step.setOnDemand(definition);
        return step;
    }

    private static ScanStep verification() {
        VerificationDefinition definition = new VerificationDefinition();
        definition.setJob("folder/weekly");
        definition.setBuild("17");
        definition.setId("web");
        definition.setSeverity("High, Critical");
        definition.setChange("outstanding");
        definition.setPlugin("19506");
        definition.setHost("db1.example.com");
        definition.setFingerprints("0123456789abcdef\nfedcba9876543210");
        definition.setKnownExploited(true);
        definition.setOverdue(true);
        definition.setMaximumScans(2);
        definition.setStillThere("failure");
        ScanStep step = new ScanStep(null);
        step.setVerify(definition);
        step.setCredentials("Linux root\nWindows domain");
        return step;
    }

    private static RequestStep request() {
        RequestStep step = new RequestStep("/scan");
        step.setMethod("POST");
        step.setQuery("fields=id,name\nfilter=usable");
        step.setBody("{\"name\": \"'x' <y> \\\\\"}");
        step.setOutputFile("out/answer.json");
        step.setFailOnError(false);
        return step;
    }

    private static RequestStep upload() {
        RequestStep step = new RequestStep("/file/upload");
        step.setMethod("POST");
        step.setUploadFile("in/a.nessus");
        return step;
    }

    private static RequestStep pages() {
        RequestStep step = new RequestStep("/alert");
        step.setPages("all");
        return step;
    }

    private static RecordStep record() {
        GateRule gate = new GateRule(3, "High", "new");
        gate.setResult("failure");
        gate.setExploitAvailable(true);
        gate.setMinimumCvss(7.5);
        gate.setMinimumVpr(6);
        gate.setPluginFamily("Web Servers");
        gate.setKnownExploited(true);
        gate.setMinimumEpss(12.5);
        gate.setPatchAvailable(true);
        gate.setOlderThanDays(7);
        gate.setCve("CVE-2021-44228, CVE-2021-45046");
        gate.setHost("192.0.2.0/24");
        gate.setPort("443");
        FindingExportPaths exports = new FindingExportPaths();
        exports.setSarif("f.sarif");
        exports.setHtml("f.html");
        exports.setJunit("f.xml");
        exports.setJunitSuites("plugin");
        exports.setCsv("f.csv");
        exports.setJsonl("f.jsonl");
        exports.setJsonlAll(true);
        exports.setHosts("h.jsonl");
        exports.setDefectdojo("f.json");
        exports.setSarifLimit(25_000);
        exports.setSarifAll(true);
        exports.setCsvColumns("severity,pluginId");
        RecordStep step = new RecordStep();
        step.setScanResultId("7");
        step.setId("dmz");
        step.setName("DMZ <1>");
        step.setMinimumSeverity("Low");
        step.setReference("folder/other");
        step.setListNew("High");
        step.setAllowEmpty(true);
        step.setSuppressions("ignored.yaml");
        step.setMissingScore("ignore");
        step.setSla("critical=15\nhigh=30");
        step.setAbortPipeline(true);
        step.setPublishChecks(false);
        step.setChecksName("DMZ");
        step.setGates(List.of(gate, new GateRule(1, "Critical", "total")));
        step.setExports(exports);
        ScanQualityRule quality = new ScanQualityRule();
        quality.setAuthenticatedHosts(95.5);
        quality.setScannedTargets(90);
        quality.setPluginFeedDays(7);
        quality.setResult("failure");
        step.setScanQuality(quality);
        return step;
    }

    private static RecordStep query() {
        FindingsQuery query = new FindingsQuery("cumulative");
        query.setFilters("ip=10.0.0.0/24\nseverity=3,4");
        RecordStep step = new RecordStep();
        step.setQuery(query);
        return step;
    }

    private static RawResultStep export() {
        RawResultStep step = new RawResultStep();
        step.setScanResultId("7");
        step.setOutputFile("out/result.nessus");
        return step;
    }

    private static ReportStep report() {
        ReportStep step = new ReportStep("Monthly");
        step.setOutputFile("out/monthly.pdf");
        step.setTimeout(30);
        step.setOnAbort("delete");
        return step;
    }

    private static ImportStep imported() {
        ImportStep step = new ImportStep("in/a.nessus", "Default");
        step.setTimeout(30);
        return step;
    }

    private static AssetStep address() {
        AssetStep step = new AssetStep("Shop");
        step.setAddresses("10.0.0.1");
        return step;
    }

    private static AssetStep asset() {
        AssetStep step = new AssetStep("Shop");
        step.setAddresses("10.0.0.1\n10.0.0.2");
        step.setDescription(QUOTES);
        return step;
    }

    private static AssetStep hostNames() {
        AssetStep step = new AssetStep("Shop");
        step.setHostNames("www.example.com");
        return step;
    }

    private static AssetStep file() {
        AssetStep step = new AssetStep("Shop");
        step.setFile("in/hosts.txt");
        return step;
    }
}
