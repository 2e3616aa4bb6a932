package io.jenkins.plugins.securitycenter.suggest;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.Login;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.Sessions;
import java.time.InstantSource;
import java.util.List;

/** Reads lists in the session that builds share if there is one, otherwise in a session of its own, which it closes. */
public final class ServerLoader implements ChoiceLists.Loader {

    private final Sessions sessions;
    private final InstantSource clock;

    public ServerLoader(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public List<Choice> load(Endpoint endpoint, Login login, ChoiceKind kind)
            throws SecurityCenterException, InterruptedException {
        try (SecurityCenter server = sessions.open(endpoint.sparingSessions(), login)) {
            return kind.load(server, clock.instant());
        }
    }
}
