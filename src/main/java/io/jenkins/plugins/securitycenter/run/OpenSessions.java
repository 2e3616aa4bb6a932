package io.jenkins.plugins.securitycenter.run;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.Sessions;
import io.jenkins.plugins.securitycenter.watch.Target;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections that blocks keep open, so that all steps in them share a session. A session begins when its variables
 * are asked for, and again after a restart.
 */
public final class OpenSessions {

    private static final String TOKEN = "X-SecurityCenter";
    private static final String COOKIE = "Cookie";

    private final Sessions sessions;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> secrets = new ConcurrentHashMap<>();

    private record Open(Target target, SecurityCenter connection) {}

    OpenSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    private Open opened(SessionScope scope, Run<?, ?> run) {
        return open.computeIfAbsent(scope.id(), unknown -> {
            Target target = scope.connection().target(run);
            return new Open(target, sessions.open(target.endpoint(), target.login()));
        });
    }

    /**
     * The variables for scripts in the block; logs in if that has not been done. With API keys there is no session, and
     * only the URL is told.
     *
     * @throws IllegalArgumentException with a sentence when the server or the credentials cannot be used
     */
    public Map<String, String> variables(SessionScope scope, Run<?, ?> run) throws IOException, InterruptedException {
        Open present = opened(scope, run);
        Map<String, String> headers = present.connection().headers();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SECURITYCENTER_URL", present.target().endpoint().url().toString());
        if (headers.containsKey(TOKEN)) {
            variables.put("SECURITYCENTER_TOKEN", remember(scope, headers.get(TOKEN)));
            variables.put("SECURITYCENTER_COOKIE", remember(scope, headers.getOrDefault(COOKIE, "")));
        }
        return variables;
    }

    private String remember(SessionScope scope, String secret) {
        Set<String> known = secrets.computeIfAbsent(scope.id(), unknown -> ConcurrentHashMap.newKeySet());
        for (String part : secret.split("; ")) {
            known.add(part.substring(part.indexOf('=') + 1));
        }
        known.remove("");
        return secret;
    }

    /** What must not be seen in the log of the block, the longest first. */
    public Set<String> secrets(SessionScope scope) {
        Set<String> longestFirst = new TreeSet<>(
                (one, other) -> one.length() == other.length() ? one.compareTo(other) : other.length() - one.length());
        longestFirst.addAll(secrets.getOrDefault(scope.id(), Set.of()));
        return longestFirst;
    }

    /** Ends the block's use of the session, and with its last user the session. */
    public void end(SessionScope scope) {
        Open last = open.remove(scope.id());
        if (last != null) {
            last.connection().close();
        }
        secrets.remove(scope.id());
    }
}
