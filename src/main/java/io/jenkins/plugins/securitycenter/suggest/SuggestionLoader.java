package io.jenkins.plugins.securitycenter.suggest;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.time.InstantSource;
import java.util.List;

/** Reads lists in the session that builds share if there is one, otherwise in a session of its own, which it closes. */
public final class SuggestionLoader implements SuggestionCache.Loader {

    private final SessionPool sessions;
    private final InstantSource clock;

    public SuggestionLoader(SessionPool sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public List<Suggestion> load(Endpoint endpoint, Login login, SuggestionType type)
            throws SecurityCenterException, InterruptedException {
        try (SecurityCenter server = sessions.open(endpoint.sparingSessions(), login)) {
            return type.load(server, clock.instant());
        }
    }
}
