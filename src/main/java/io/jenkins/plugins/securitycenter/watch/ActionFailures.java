package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.OutageLog;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.text.MessageText;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Translates the exceptions of a run's actions to events. */
final class ActionFailures {

    private final InstantSource clock;
    private final String removalHint;

    /** Limits the log lines of a cleanup, which is retried for up to a day. */
    private final OutageLog cleanupLog = new OutageLog();

    private volatile @Nullable Exception lostResponse;

    /** @param removalHint added to the log line if the created object could not be removed; may be empty */
    ActionFailures(InstantSource clock, String removalHint) {
        this.clock = clock;
        this.removalHint = removalHint;
    }

    /** Returns a bug in this plugin as an exception for the build. */
    static Exception defect(Throwable cause) {
        return cause instanceof Exception exception ? exception : new IllegalStateException(cause.toString(), cause);
    }

    /** Returns why the last creation or launch was not confirmed; null if its response was not lost here. */
    @Nullable
    Exception lostResponse() {
        return lostResponse;
    }

    /** Returns the event of an action that failed. */
    RunEvent event(RunAction action, SecurityCenterException e, Consumer<String> log) {
        return switch (action) {
            case CREATE, LAUNCH -> notConfirmed(e);
            case FIND_CREATED, FIND_LAUNCHED ->
                e.isTemporary()
                        ? new RunEvent.Unreachable(e, clock.instant())
                        : new RunEvent.Failed(e, true, clock.instant());
            case STOP -> notCleanedUp(e, MessageText.of(e), log);
            case REMOVE -> notCleanedUp(e, e.getMessage() + removalHint, log);
            default -> new RunEvent.Failed(e, false, clock.instant());
        };
    }

    private RunEvent notConfirmed(SecurityCenterException e) {
        lostResponse = e;
        return e instanceof ErrorResponseException || e.notProcessed()
                ? new RunEvent.Refused(new ScanFailedException(MessageText.of(e), e), clock.instant())
                : new RunEvent.ResponseLost(e, clock.instant());
    }

    private RunEvent notCleanedUp(SecurityCenterException e, String line, Consumer<String> log) {
        if (!e.isTemporary() && !OutageLimit.isRefusedLogin(e)) {
            log.accept(line);
            return new RunEvent.Refused(e, clock.instant());
        }
        cleanupLog.failed(line, clock.instant()).ifPresent(log);
        return new RunEvent.Unreachable(e, clock.instant());
    }
}
