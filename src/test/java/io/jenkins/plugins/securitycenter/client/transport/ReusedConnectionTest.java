package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.RestlessServer;
import io.jenkins.plugins.securitycenter.client.RestlessServer.Ends;
import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ReusedConnectionTest {

    private static final Request READ = Request.get("/status");
    private static final Request LAUNCH = Request.post("/scan/1/launch", JsonNodeFactory.instance.objectNode());

    private final List<Duration> pauses = new ArrayList<>();
    private final SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, pauses::add, InstantSource.system());

    @AfterEach
    void close() {
        sessions.close();
    }

    private SecurityCenter open(RestlessServer server) {
        return sessions.open(server.endpoint(), new Login.ApiKeys("access", "secret"));
    }

    @ParameterizedTest
    @EnumSource
    void costsAReadingCallNoPauseWhenItEnds(Ends ends) throws Exception {
        try (RestlessServer server = new RestlessServer(ends);
                SecurityCenter connection = open(server)) {
            for (int i = 0; i < 5; i++) {
                connection.call(READ);
            }

            assertThat(pauses).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotUsedForAChange(Ends ends) throws Exception {
        try (RestlessServer server = new RestlessServer(ends);
                SecurityCenter connection = open(server)) {
            for (int i = 0; i < 3; i++) {
                connection.call(READ);
                connection.call(LAUNCH);
            }

            assertThat(server.requests().stream().filter("POST /scan/1/launch"::equals))
                    .hasSize(3);
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void isNotUsedWhenItHasEnded() throws Exception {
        try (RestlessServer server = new RestlessServer(Ends.BEHIND_THE_ANSWER);
                SecurityCenter connection = open(server)) {
            connection.call(READ);
            server.awaitEnds();
            connection.call(READ);

            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void isLeftOutWhenAChangeIsLost() throws Exception {
        try (Rig rig = new Rig();
                SecurityCenter connection = rig.open(Rig.KEYS)) {
            connection.call(READ);
            rig.simulator.faults().on("POST", "/scan/1/launch").resetBefore();

            assertThatThrownBy(() -> connection.call(LAUNCH.toDo("launch scan 1")))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(
                            "SecurityCenter \"prod\": could not launch scan 1: the connection closed before the response"
                                    + " was complete. The request is not repeated, because the server may have processed it.");
            assertThat(rig.count("POST /scan/1/launch")).isOne();
        }
    }
}
