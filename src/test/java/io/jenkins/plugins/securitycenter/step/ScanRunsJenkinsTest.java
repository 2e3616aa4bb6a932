package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;

class ScanRunsJenkinsTest extends ConnectedJenkins {

    private static final String WEEKLY = "Weekly network scan";
    private static final String TWICE =
            "There are 2 scans named \"Twice\" on SecurityCenter \"simulator\"; use one of the IDs 3, 4.";

    @Test
    void aScriptGetsAMapOfPlainValues() throws Exception {
        WorkflowRun run = succeeds("""
                def result = securityCenterScan scan: 'Weekly network scan'
                echo "[${result.scanResultId}] [${result.scanId}] [${result.name}] [${result.status}]"
                echo "[${result.importStatus}] [${result.scannedIPs == result.totalIPs}] [${result.url}]"
                echo "${result.times.created <= result.times.imported} ${result.keySet()}"
                """);
        jenkins.assertLogContains("[1] [" + WEEKLY + "] [Completed]", run);
        jenkins.assertLogContains("[Finished] [true] [" + simulator.url() + "/#scan_results/view/", run);
        jenkins.assertLogContains(
                "true [scanResultId, scanId, name, status, importStatus, times, scannedIPs, totalIPs, url]", run);
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void aDeclarativePipelineNeedsNoAgent() throws Exception {
        WorkflowRun run = succeeds("""
                pipeline {
                    agent none
                    stages {
                        stage('scan') {
                            steps {
                                securityCenterScan scan: '1', waitFor: 'completed'
                            }
                        }
                    }
                }
                """);
        jenkins.assertLogContains("Launched \"" + WEEKLY + "\" on SecurityCenter \"simulator\"", run);
        assertThat(simulator.launches("1")).isEqualTo(1);
    }

    @Test
    void aFreestyleBuildExpandsVariables() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("SCAN", WEEKLY)));
        job.getBuildersList().add(new ScanBuilder(new ScanStep("$SCAN")));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("Launched \"" + WEEKLY + "\"", build);
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void aFreestyleBuildFailsWithOneSentence() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new ScanBuilder(new ScanStep("Twice")));
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        Builds.assertOnlySentence(build, TWICE);
    }

    @Test
    void apiKeysOpenNoSession() throws Exception {
        Setup.add(Setup.keys("keys", CredentialsScope.GLOBAL));
        succeeds("securityCenterScan scan: '1', credentialsId: 'keys'");
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(simulator.requests()).extracting(LoggedRequest::path).doesNotContain("/token");
    }

    @Test
    void aPartialResultDoesWhatWasAskedFor() throws Exception {
        WorkflowRun unstable = run(Result.UNSTABLE, "securityCenterScan scan: '6'");
        jenkins.assertLogContains("is partial: ", unstable);
        run(Result.FAILURE, "securityCenterScan scan: '6', onPartial: 'fail'");
        run(Result.SUCCESS, "securityCenterScan scan: '6', onPartial: 'ok'");
    }

    @Test
    void whatTheServerCannotDoIsToldInItsWords() throws Exception {
        WorkflowRun error = run(Result.FAILURE, "securityCenterScan scan: '5'");
        assertThat(Builds.lines(error))
                .last()
                .asString()
                .startsWith("ERROR: Scan \"")
                .contains(" ended with status \"Error\": ");
        WorkflowRun blocked = run(Result.FAILURE, "securityCenterScan scan: '8'");
        assertThat(Builds.lines(blocked)).last().asString().contains("was not imported (import status \"Blocked\")");
        jenkins.assertLogNotContains("\tat ", error);
        jenkins.assertLogNotContains("\tat ", blocked);
    }

    @Test
    void everyMistakeIsOneSentence() throws Exception {
        Setup.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "text", "", Secret.fromString("text")));
        SecurityCenterConfiguration.get()
                .setServers(
                        List.of(Setup.server(Setup.SERVER, simulator), new Server("no credentials", simulator.url())));
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(
                "scan: ''",
                "scan is empty; enter the name or the ID of an existing scan, create a scan for this build"
                        + " (onDemand), or verify findings (verify).");
        sentences.put(
                "scan: 'Nightly'",
                "Scan \"Nightly\" does not exist on SecurityCenter \"simulator\", or the account cannot use it;"
                        + " the account can"
                        + " use \"Weekly network scan\", \"DMZ\", \"Twice\", \"Twice\", \"Unreachable network\","
                        + " \"Short maintenance window\", \"Broken import\", \"Over the licence\", \"Restricted"
                        + " zone\".");
        sentences.put("scan: 'Twice'", TWICE);
        sentences.put(
                "scan: '1', server: 'other'",
                "Server \"other\" is not configured; use \"simulator\" or \"no credentials\".");
        sentences.put(
                "scan: '1', server: 'no credentials'",
                "Server \"no credentials\" has no credentials; select credentials for it in Manage Jenkins > System,"
                        + " or set credentialsId.");
        sentences.put(
                "scan: '1', credentialsId: 'none'",
                "Credentials \"none\" do not exist or cannot be used here for server \"simulator\"; check their"
                        + " ID, scope, folder and domain.");
        sentences.put(
                "scan: '1', credentialsId: 'text'",
                "Credentials \"text\" have an unsupported type; use a user name with password, SecurityCenter API"
                        + " keys or a certificate.");
        sentences.put(
                "scan: '1', timeout: -1",
                "timeout \"-1\" is not allowed; use a whole number of minutes from 0 (no limit) to 1000000.");
        sentences.put(
                "scan: '1', waitFor: 'done'",
                "Unknown waitFor \"done\". Use launched, running, completed or imported.");
        sentences.put("scan: '1', onAbort: 'kill'", "Unknown onAbort \"kill\". Use stop or leave.");
        sentences.put("scan: '1', onPartial: 'warn'", "Unknown onPartial \"warn\". Use ok, unstable or fail.");
        for (Map.Entry<String, String> entry : sentences.entrySet()) {
            Builds.assertOnlySentence(run(Result.FAILURE, "securityCenterScan " + entry.getKey()), entry.getValue());
        }
        assertThat(simulator.launches("1")).isZero();
        assertThat(simulator.openSessions()).isZero();
    }

    private WorkflowRun succeeds(String script) throws Exception {
        return run(Result.SUCCESS, script);
    }
}
