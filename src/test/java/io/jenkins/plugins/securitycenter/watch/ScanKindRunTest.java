package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScanKindRunTest {
    private static final String RESULT = "{\"id\":\"8\",\"name\":\"Nightly\",\"status\":\"%s\",\"importStatus\":\"%s\","
            + "\"running\":\"false\",\"scan\":{\"id\":\"3\",\"name\":\"Nightly\"}}";

    @ParameterizedTest
    @EnumSource
    void launchesAndWaitsAlike(ScanKind kind) {
        RecordedRun<ScanResult> events = new RecordedRun<>();
        try (ScriptedServer script = new ScriptedServer();
                WatchRig rig = new WatchRig()) {
            script.says("GET " + kind.path(), "{\"usable\":[{\"id\":\"3\",\"name\":\"Nightly\"}]}")
                    .says("GET /scanResult", "{\"usable\":[],\"manageable\":[]}")
                    .says("POST " + kind.path() + "/3/launch", "{\"scanResult\":{\"id\":\"8\",\"status\":\"Queued\"}}")
                    .says(
                            "GET /scanResult/8",
                            RESULT.formatted("Running", "No Results"),
                            RESULT.formatted("Completed", "Finished"));
            ScanOptions options = new ScanOptions(kind, "Nightly", WaitFor.IMPORTED, Duration.ZERO, true);
            ServerAccount account =
                    new ServerAccount(script.endpoint(), new Login.ApiKeys("access", "secret"), Duration.ofSeconds(30));
            rig.services
                    .scan(rig.owner(RunState.initial()), () -> account, options, RunState.initial(), events)
                    .start();
            rig.executor.pass(Duration.ofMinutes(5));
            assertThat(events.failures).isEmpty();
            assertThat(events.finished)
                    .singleElement()
                    .satisfies(result -> assertThat(result.state().imported()).isTrue());
        }
    }
}
