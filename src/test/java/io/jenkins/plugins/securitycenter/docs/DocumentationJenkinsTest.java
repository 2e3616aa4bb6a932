package io.jenkins.plugins.securitycenter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import hudson.model.Result;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every pipeline of the documents runs, twice, and their configuration as code is loaded. */
class DocumentationJenkinsTest extends ConnectedJenkins {

    /** The server that the documents name. */
    private static final String SERVER = "production";

    private static final String PASSWORD = "changeit";

    @BeforeEach
    void prepare() {
        SecurityCenterConfiguration.get().setServers(List.of(Setup.server(SERVER, simulator)));
        simulator.controls().setTiming(new SimulatorOptions.Timing(0, 0));
        simulator.controls().setScanReports(ScanReports.COMPLETE);
    }

    @Test
    void pipelinesRun() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Page.Block block : Snippets.pipelines()) {
            WorkflowJob job = jenkins.createProject(WorkflowJob.class);
            Snippets.files(Path.of(jenkins.jenkins.getWorkspaceFor(job).getRemote()));
            if (block.text().contains("verify: [")) {
                Builds.define(job, "securityCenterScan 'DMZ'\nsecurityCenterRecord()");
                jenkins.buildAndAssertSuccess(job);
                jenkins.buildAndAssertSuccess(job);
            }
            Builds.define(job, Snippets.runnable(block));
            build(job, block, all);
            build(job, block, all);
        }
        all.assertAll();
    }

    /** Runs it to its end. It may fail only as the document says, because of findings. */
    private static void build(WorkflowJob job, Page.Block block, SoftAssertions all) throws Exception {
        WorkflowRun run = job.scheduleBuild2(0).get();
        List<String> lines = Builds.lines(run);
        all.assertThat(lines)
                .as(block.toString())
                .filteredOn(line -> !line.contains(", and abortPipeline is set; ")
                        && !line.contains(" new critical findings, see "))
                .noneMatch(line -> line.contains("ERROR: ") || line.contains("Exception") || line.startsWith("\tat "));
        all.assertThat(run.getResult()).as(block.toString()).isIn(Result.SUCCESS, Result.UNSTABLE, Result.FAILURE);
    }

    @Test
    void configurationAsCodeIsLoaded(@TempDir Path folder) throws Exception {
        KeyStore keys = Simulator.clientKeys(Simulator.USER, PASSWORD);
        Path store = folder.resolve("client.p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        byte[] certificate = keys.getCertificate(keys.aliases().nextElement()).getEncoded();
        for (Page.Block block : YamlTest.blocks()) {
            if (!block.text().startsWith("ignore:")) {
                Path file = Files.writeString(
                        folder.resolve("jenkins.yaml"),
                        block.text()
                                .replace(" ...\n", " " + Base64.getEncoder().encodeToString(certificate) + "\n")
                                .replace("/run/secrets/client.p12", store.toString())
                                .replace("${SC_ACCESS_KEY}", Simulator.ACCESS_KEY)
                                .replace("${SC_SECRET_KEY}", Simulator.SECRET_KEY)
                                .replaceAll("\\$\\{SC_\\w+}", PASSWORD));
                ConfigurationAsCode.get().configure(file.toString());
            }
        }
        SecurityCenterConfiguration configuration = SecurityCenterConfiguration.get();
        assertThat(configuration.getServers()).extracting(Server::getName).contains(SERVER);
        assertThat(configuration.getMaximumSuppressionDays()).isEqualTo(90);
        assertThat(SystemCredentialsProvider.getInstance().getCredentials())
                .extracting(one -> ((IdCredentials) one).getId())
                .contains("securitycenter", "securitycenter-lab", "securitycenter-certificate");
        assertThat(jenkins.jenkins.getView("scans")).isNotNull();
    }
}
