package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.transport.OutageLog;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry.Subscription;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import io.jenkins.plugins.securitycenter.watch.poll.Tracker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Waits for the result of a run by polling it. */
final class PollWait<T> implements PollRegistry.Observer<T> {

    private final WatchServices services;
    private final PollRegistry<T> polls;
    private final RunAccount account;
    private final RunState state;
    private final boolean detailed;
    private final Tracker<T> tracker;
    private final RunActions.PollListener<T> listener;
    private final OutageLimit outage = new OutageLimit();
    private final OutageLog outageLog = new OutageLog();

    @SuppressWarnings("NullAway.Init") // set together with the subscription
    private ServerAccount polled;

    private @Nullable Subscription<T> watched;
    private boolean ended;
    private volatile String status;

    PollWait(
            WatchServices services,
            Launcher<T> launcher,
            RunAccount account,
            RunState state,
            RunActions.PollListener<T> listener) {
        this.services = services;
        this.polls = launcher.polls(services);
        this.account = account;
        this.state = state;
        this.detailed = launcher.detailedPolls();
        this.tracker = launcher.progress(account.target().endpoint(), state);
        this.listener = listener;
        this.status = RunLog.status(launcher.messages(account.target().endpoint()), launcher.name(), state);
    }

    synchronized void begin() {
        if (!ended) {
            polled = account.target();
            watched = new Subscription<>(state.resultId(), state.startedAt(), polled.pollInterval(), detailed, this);
            polls.add(polled.endpoint(), polled.login(), watched);
        }
    }

    synchronized void end() {
        ended = true;
        leave();
    }

    private void leave() {
        if (watched != null) {
            polls.remove(polled.endpoint(), polled.login(), watched);
            watched = null;
        }
    }

    String status() {
        return status;
    }

    @Override
    public void polled(T news) {
        Instant now = now();
        outage.restored();
        outageLog.restored().ifPresent(listener::log);
        status = tracker.describe(news);
        tracker.lines(news, now).forEach(listener::log);
        listener.polled(news);
        try {
            if (tracker.reached(news, now)) {
                listener.goalReached(news);
            }
        } catch (ScanFailedException e) {
            listener.event(new RunEvent.Failed(e, false, now));
        }
    }

    @Override
    public void missed(SecurityCenterException e) {
        Instant now = now();
        if (OutageLimit.isRefusedLogin(e) && account.renew()) {
            pollWithOtherAccount();
        } else if (outage.isFinal(e, now)) {
            listener.event(new RunEvent.Failed(e, true, now));
        } else {
            outageLog.failed(OutageLimit.retrying(e), now).ifPresent(listener::log);
        }
    }

    private synchronized void pollWithOtherAccount() {
        leave();
        begin();
        listener.log("Switched to the credentials that are now configured in Jenkins.");
    }

    @Override
    public void thrown(Throwable problem) {
        listener.event(new RunEvent.Failed(ActionFailures.defect(problem), true, now()));
    }

    private Instant now() {
        return services.clock().instant();
    }
}
