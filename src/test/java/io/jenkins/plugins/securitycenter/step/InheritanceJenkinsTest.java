package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What steps take over from the block that they are in. The default server is another than that of the block. */
class InheritanceJenkinsTest extends ConnectedJenkins {

    private static final String STEPS = """
            securityCenterRequest path: '/currentUser'
            def result = securityCenterScan scan: '1'
            securityCenterRecord scanResultId: result.scanResultId, minimumSeverity: 'High'
            """;
    private static final String DECLARATIVE = """
            pipeline {
                agent none
                %s
                stages {
                    stage('scan') {
                        steps {
                            %s
                        }
                    }
                }
                post { success { securityCenterRecord minimumSeverity: 'High' } }
            }
            """;

    private final Simulator second = Setup.quick();

    @BeforeEach
    void addServer() throws Exception {
        Setup.add(Setup.keys("keys", CredentialsScope.GLOBAL));
        SecurityCenterConfiguration.get()
                .setServers(List.of(Setup.server(Setup.SERVER, simulator), Setup.server("second", second)));
    }

    @AfterEach
    void closeSecond() {
        int sessions = second.openSessions();
        second.close();
        assertThat(sessions).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "withSecurityCenter('second')",
                "withSecurityCenter(server: 'second')",
                "withSecurityCenter('second') { }; withSecurityCenter('second')"
            })
    void serverAndSession(String block) throws Exception {
        run(Result.SUCCESS, block + " { " + STEPS + " }");
        assertThat(simulator.requests()).isEmpty();
        assertThat(second.launches("1")).isEqualTo(1);
        assertThat(logins())
                .as("for scripts and for steps")
                .isEqualTo(2 * (block.split("withSecurityCenter").length - 1));
    }

    @Test
    void credentials() throws Exception {
        run(Result.SUCCESS, "withSecurityCenter(server: 'second', credentialsId: 'keys') { " + STEPS + " }");
        assertThat(logins()).isZero();
        assertThat(second.requests())
                .extracting(LoggedRequest::path)
                .contains("/currentUser", "/scan/1/launch", "/analysis");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void whatAStepNamesItselfIsItsOwn() throws Exception {
        run(Result.SUCCESS, """
                withSecurityCenter('second') {
                    securityCenterRequest path: '/currentUser', server: 'simulator'
                    securityCenterRequest path: '/repository', credentialsId: 'keys'
                }""");
        assertThat(requests("GET /currentUser")).isEqualTo(1);
        assertThat(second.requests())
                .extracting(LoggedRequest::line)
                .containsExactlyInAnyOrder(
                        "POST /token", "POST /token", "GET /repository", "DELETE /token", "DELETE /token");
    }

    @Test
    void theInnerBlockIsNearer() throws Exception {
        run(Result.SUCCESS, """
                withSecurityCenter('second') {
                    withSecurityCenter('simulator') {
                        securityCenterRequest path: '/repository'
                    }
                    securityCenterRequest path: '/currentUser'
                }""");
        assertThat(requests("GET /repository")).isEqualTo(1);
        assertThat(second.requests())
                .extracting(LoggedRequest::line)
                .containsExactlyInAnyOrder(
                        "POST /token", "POST /token", "GET /currentUser", "DELETE /token", "DELETE /token");
    }

    @Test
    void branchesShareTheSessionOfTheSteps() throws Exception {
        run(Result.SUCCESS, """
                withSecurityCenter('second') {
                    parallel one: { securityCenterScan scan: '1' }, two: { securityCenterScan scan: '2' }
                }""");
        assertThat(second.launches("1")).isEqualTo(1);
        assertThat(second.launches("2")).isEqualTo(1);
        assertThat(logins()).as("for scripts and for steps").isEqualTo(2);
    }

    @Test
    void nothingIsLeftBehindTheBlock() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                withSecurityCenter('second') { }
                echo "token ${env.SECURITYCENTER_TOKEN}"
                securityCenterRequest path: '/currentUser'
                """);
        jenkins.assertLogContains("token null", run);
        assertThat(requests("GET /currentUser")).isEqualTo(1);
    }

    @Test
    void theLastScanIsReadOnItsServer() throws Exception {
        run(Result.SUCCESS, """
                securityCenterScan scan: '1', server: 'second'
                securityCenterRecord minimumSeverity: 'High'
                node { securityCenterExport() }
                """);
        assertThat(simulator.requests()).isEmpty();
        WorkflowRun elsewhere = run(Result.FAILURE, """
                securityCenterScan scan: '1', server: 'second'
                securityCenterRecord server: 'simulator'
                """);
        jenkins.assertLogContains(
                "ERROR: scanResultId is empty and this build has not run a scan on SecurityCenter \"simulator\";"
                        + " set scanResultId or query.",
                elsewhere);
    }

    @Test
    void aDeclarativeStageHasBlocks() throws Exception {
        run(
                Result.SUCCESS,
                DECLARATIVE.formatted("", "withSecurityCenter(server: 'second') { securityCenterScan '1' }"));
        assertThat(simulator.launches("1")).isZero();
        assertThat(second.launches("1")).isEqualTo(1);
    }

    @Test
    void aDeclarativePipelineHasOptions() throws Exception {
        run(
                Result.SUCCESS,
                DECLARATIVE.formatted("options { withSecurityCenter(server: 'second') }", "securityCenterScan '1'"));
        assertThat(simulator.requests()).isEmpty();
        assertThat(second.launches("1")).isEqualTo(1);
        assertThat(logins()).as("for scripts and for steps").isEqualTo(2);
    }

    private long logins() {
        return second.requests().stream()
                .filter(request -> request.line().equals("POST /token"))
                .count();
    }
}
