package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.tasks.Builder;
import io.jenkins.plugins.securitycenter.build.AssetBuilder;
import io.jenkins.plugins.securitycenter.build.ImportBuilder;
import io.jenkins.plugins.securitycenter.build.RawResultBuilder;
import io.jenkins.plugins.securitycenter.build.ReportBuilder;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.harness.Setup;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Forms and snippets of the steps for files, reports and asset lists. */
@WithJenkins
class FileStepFormsJenkinsTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.add(Setup.keys("keys", CredentialsScope.GLOBAL));
        SecurityCenterConfiguration.get()
                .setServers(List.of(
                        new Server("first", "https://one.example.com"),
                        new Server("second", "https://two.example.com")));
    }

    @Test
    void buildersKeepWhatIsEntered() throws Exception {
        AssetStep asset = new AssetStep("Agents");
        asset.setAddresses("192.0.2.1\n192.0.2.8/29");
        asset.setDescription("of Jenkins");
        AssetStep names = new AssetStep("Web $X");
        names.setHostNames("$HOSTS");
        names.setServer("second");
        RawResultStep export = new RawResultStep();
        export.setScanResultId("7");
        export.setOutputFile("out/$BUILD_NUMBER.nessus");
        export.setCredentialsId("keys");
        ImportStep in = new ImportStep("in/a.nessus", "Default");
        in.setTimeout(30);
        ReportStep report = new ReportStep("Weekly");
        report.setOutputFile("weekly.pdf");
        report.setTimeout(10);
        report.setOnAbort("delete");
        for (Builder builder : List.of(
                new AssetBuilder(asset),
                new AssetBuilder(names),
                new RawResultBuilder(export),
                new RawResultBuilder(new RawResultStep()),
                new ImportBuilder(in),
                new ReportBuilder(report),
                new ReportBuilder(new ReportStep("Weekly")))) {
            jenkins.assertEqualDataBoundBeans(builder, jenkins.configRoundtrip(builder));
        }
    }

    @Test
    void anUntouchedFormIsAShortSnippet() throws Exception {
        assertThat(snippet(RawResultStep.class, Map.of("scanResultId", "", "outputFile", "")))
                .isEqualTo("securityCenterExport()");
        assertThat(snippet(
                        ReportStep.class,
                        Map.of("report", "Weekly", "outputFile", "", "timeout", "0", "onAbort", "leave")))
                .isEqualTo("securityCenterReport 'Weekly'");
        assertThat(snippet(ImportStep.class, Map.of("file", "a.nessus", "repository", "CI", "timeout", "0")))
                .isEqualTo("securityCenterImport file: 'a.nessus', repository: 'CI'");
        assertThat(snippet(
                        AssetStep.class,
                        Map.of(
                                "name", "Agents",
                                "addresses", "192.0.2.1",
                                "hostNames", "",
                                "file", "",
                                "description", "")))
                .isEqualTo("securityCenterAsset addresses: '192.0.2.1', name: 'Agents'");
    }

    @Test
    void formsSayWhatIsWrong() throws Exception {
        wrong("Asset", "Addresses", "192.0.2.300", "is not a valid address or host name");
        wrong("Asset", "Addresses", "www.example.com", "put host names in hostNames.");
        wrong("Asset", "HostNames", "192.0.2.1", "put addresses in addresses.");
        wrong("Asset", "Name", "", "name is empty");
        wrong("Asset", "File", "/x", "is not in the workspace");
        wrong("RawResult", "ScanResultId", "1;2", "is not a valid ID");
        wrong("RawResult", "OutputFile", "../x", "is not in the workspace");
        wrong("Import", "File", "", "file is empty");
        wrong("Import", "Repository", "", "repository is empty");
        wrong("Import", "Timeout", "soon", "use a whole number of minutes from 0 (no limit) to 1000000.");
        wrong("Report", "Report", "", "report is empty");
        wrong("Report", "OutputFile", "C:\\x", "is not in the workspace");
        wrong("Report", "Timeout", "-1", "use a whole number of minutes from 0 (no limit) to 1000000.");
    }

    private void wrong(String step, String field, String value, String sentence) throws Exception {
        String path = "descriptorByName/io.jenkins.plugins.securitycenter.step." + step + "Step/check" + field;
        assertThat(Pages.post(jenkins, path, "value", value).getContentAsString())
                .contains("class=\"error\"")
                .contains(Pages.escaped(sentence));
        assertThat(Pages.post(jenkins, path, "value", "${VARIABLE}").getContentAsString())
                .doesNotContain("class=\"error\"");
    }

    private String snippet(Class<?> step, Map<String, String> fields) throws Exception {
        JSONObject form = new JSONObject();
        form.putAll(fields);
        form.put("server", "");
        form.put("credentialsId", "");
        form.put("stapler-class", step.getName());
        form.put("$class", step.getName());
        return Pages.post(jenkins, "pipeline-syntax/generateSnippet", "json", form.toString())
                .getContentAsString();
    }
}
