package io.jenkins.plugins.securitycenter.status;

import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Refusal;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known about a server without a request to it.
 *
 * @param checking whether a check is waiting or in progress
 * @param state the result of the last check; empty if there was none since Jenkins started
 * @param traffic what the requests of builds and checks have shown
 * @param refusal the rejection of the current credentials of the server
 * @param loginEnd the end of the validity of the client certificate of these credentials
 * @param sessions the number of open sessions
 * @param waiting the builds that wait for the server
 * @param cleaningUp the builds whose clean-up on the server is not done
 */
public record ServerReport(
        StatusStore.Key server,
        boolean checking,
        Optional<ServerState> state,
        Snapshot traffic,
        Optional<Refusal> refusal,
        Optional<Instant> loginEnd,
        int sessions,
        List<String> waiting,
        List<String> cleaningUp) {

    /** Returns what the last successful check read. */
    public Optional<ServerFacts> facts() {
        return state.flatMap(ServerState::facts);
    }
}
