package io.jenkins.plugins.securitycenter.task;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.client.BlockSession;
import io.jenkins.plugins.securitycenter.client.Session;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The open sessions of blocks. */
@Restricted(NoExternalUse.class)
public final class BlockSessions {

    private final SessionPool sessions;
    private final Map<String, BlockSession> open = new ConcurrentHashMap<>();

    BlockSessions(SessionPool sessions) {
        this.sessions = sessions;
    }

    /**
     * Logs in for a block, unless the server still accepts the session that the block had before a restart, and stores
     * the session in the scope.
     *
     * @param listener receives a warning if the log cannot mask the complete session
     * @throws IllegalArgumentException if the server or the credentials cannot be used, with a message for the user
     * @throws IllegalStateException if the block has ended in the meantime
     */
    public void begin(SessionScope scope, Run<?, ?> run, TaskListener listener)
            throws IOException, InterruptedException {
        ServerAccount account = scope.connection().target(run);
        Optional<BlockSession.Left> left = scope.left();
        BlockSession present = open.computeIfAbsent(
                scope.id(),
                unknown -> new BlockSession(
                        sessions, account.endpoint(), account.login(), left, listener.getLogger()::println));
        if (scope.over()) {
            end(scope);
            throw new IllegalStateException("The block has ended.");
        }
        Optional<Session> session = present.scripts();
        scope.take(account.endpoint().url(), session);
        present.steps();
        List<String> shown = session.map(Session::shown).orElse(List.of());
        if (left.isEmpty() && !shown.isEmpty()) {
            listener.getLogger()
                    .println("Warning: values shorter than 8 characters are not masked in the log: "
                            + TextSanitizer.xml(String.join(", ", shown)) + " in SECURITYCENTER_COOKIE.");
        }
    }

    /** Closes the sessions of the block, including one that is being opened. The result completes once it is closed. */
    public CompletableFuture<Void> end(SessionScope scope) {
        scope.end();
        BlockSession last = open.remove(scope.id());
        return last == null ? CompletableFuture.completedFuture(null) : last.end();
    }

    /**
     * Closes the session that scripts of the block had before a restart interrupted its end, unless it has ended. Does
     * not log in. The result completes once it is closed.
     *
     * @throws IllegalArgumentException if the server or the credentials cannot be used, with a message for the user
     */
    public CompletableFuture<Void> endLeft(SessionScope scope, Run<?, ?> run) {
        scope.end();
        Optional<BlockSession.Left> left = scope.left();
        if (left.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        ServerAccount account = scope.connection().target(run);
        return new BlockSession(sessions, account.endpoint(), account.login(), left, line -> {}).end();
    }
}
