package io.jenkins.plugins.securitycenter.run;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.client.BlockSession;
import io.jenkins.plugins.securitycenter.client.Session;
import io.jenkins.plugins.securitycenter.client.Sessions;
import io.jenkins.plugins.securitycenter.report.Text;
import io.jenkins.plugins.securitycenter.watch.Target;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that blocks keep open. */
public final class OpenSessions {

    private final Sessions sessions;
    private final Map<String, BlockSession> open = new ConcurrentHashMap<>();

    OpenSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Logs in for a block, unless the server still accepts the session that the block had before a restart; the scope
     * hands out what it got.
     *
     * @param listener gets a warning when the log cannot hide all of the session
     * @throws IllegalArgumentException with a sentence when the server or the credentials cannot be used
     * @throws IllegalStateException when the block has ended meanwhile
     */
    public void begin(SessionScope scope, Run<?, ?> run, TaskListener listener)
            throws IOException, InterruptedException {
        Target target = scope.connection().target(run);
        Optional<Session> left = scope.left();
        BlockSession present = open.computeIfAbsent(
                scope.id(),
                unknown -> new BlockSession(
                        sessions, target.endpoint(), target.login(), left, listener.getLogger()::println));
        if (scope.over()) {
            end(scope);
            throw new IllegalStateException("The block has ended.");
        }
        Optional<Session> session = present.scripts();
        scope.take(target.endpoint().url(), session);
        present.steps();
        List<String> shown = session.map(Session::shown).orElse(List.of());
        if (left.isEmpty() && !shown.isEmpty()) {
            listener.getLogger()
                    .println("Warning: values shorter than 8 characters are not masked in the log: "
                            + Text.xml(String.join(", ", shown)) + " in SECURITYCENTER_COOKIE.");
        }
    }

    /** Ends what the block keeps open, and what it is about to open. The result is done when its session has ended. */
    public CompletableFuture<Void> end(SessionScope scope) {
        scope.end();
        BlockSession last = open.remove(scope.id());
        return last == null ? CompletableFuture.completedFuture(null) : last.end();
    }
}
