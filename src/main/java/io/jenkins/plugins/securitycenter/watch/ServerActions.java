package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.text.MessageText;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Performs the actions of a run on its server, over one connection that stays open as long as the run. */
final class ServerActions<T> implements RunActions<T> {

    private static final Logger LOGGER = Logger.getLogger(ServerActions.class.getName());

    private final WatchServices services;
    private final RunAccount account;
    private final Launcher<T> launcher;
    private final RunMessages messages;
    private final ServerRuns runs;
    private final ActionFailures failures;
    private final LostLaunchFinder lostLaunches;
    /** Hash of the account that sent the launch; null if it was not sent since Jenkins started. */
    private volatile @Nullable String sender;

    private volatile @Nullable String retryMessage;
    private volatile @Nullable PollWait<T> pollWait;

    /** @throws IllegalArgumentException if the server or the account cannot be used; the message is shown to users */
    ServerActions(WatchServices services, RunOwner owner, AccountLookup lookup, Launcher<T> launcher) {
        this.services = services;
        this.account = new RunAccount(services.sessions(), lookup);
        this.launcher = launcher;
        this.messages = launcher.messages(account.target().endpoint());
        this.runs = runs(services, owner);
        this.failures = new ActionFailures(
                services.clock(),
                launcher.ownerTag() == null ? "" : " A later build that creates a scan on this server removes it.");
        this.lostLaunches = new LostLaunchFinder(launcher, messages, owner, runs, services.clock());
    }

    private ServerRuns runs(WatchServices services, RunOwner owner) {
        URI url = account.target().endpoint().url();
        try {
            return services.registry().on(url, owner.key());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not move the run of build " + owner.build() + " to its server", e);
            return services.registry().on(url);
        }
    }

    @Override
    public RunEvent perform(RunAction action, RunState state, PollListener<T> log) throws InterruptedException {
        try {
            try {
                return attempt(action, state, log, account.connection());
            } catch (SecurityCenterException e) {
                if (!OutageLimit.isRefusedLogin(e) || !account.renew()) {
                    throw e;
                }
                return attempt(action, state, log, account.connection());
            }
        } catch (SecurityCenterException e) {
            return failures.event(action, e, log::log);
        } catch (ScanFailedException | IllegalArgumentException e) {
            return new RunEvent.Failed(e, false, now());
        }
    }

    private RunEvent attempt(RunAction action, RunState state, PollListener<T> log, SecurityCenter server)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        return switch (action) {
            case PREPARE -> launcher.prepare(server.withRetries(log::log), accountHash(), log::log, now());
            case CREATE -> new RunEvent.Created(launcher.create(server, state));
            case FIND_CREATED -> findCreated(server, state, log);
            case TAKE_TURN -> new RunEvent.TurnGranted(launcher.newestResult(server.withRetries(log::log)), now());
            case LAUNCH -> launch(server, state);
            case FIND_LAUNCHED -> lostLaunches.find(server, state, accountHash(), sender, failures.lostResponse());
            case STOP -> {
                log.log(launcher.stop(server, state));
                yield new RunEvent.CleanupStepDone();
            }
            case REMOVE -> remove(server, state, log);
            case POLL, NONE -> throw new IllegalStateException(action.toString());
        };
    }

    private String accountHash() {
        return AccountId.hash(account.target().login());
    }

    private RunEvent findCreated(SecurityCenter server, RunState state, PollListener<T> log)
            throws SecurityCenterException, InterruptedException {
        Optional<String> id = launcher.findCreated(server, state);
        if (id.isEmpty()) {
            Exception lost = failures.lostResponse();
            return new RunEvent.NotFound(lost == null ? notFound(state) : lost, now());
        }
        log.log("Reattached to scan \"" + state.subjectName() + "\", which had already been created for this build.");
        return new RunEvent.Created(id.get());
    }

    private Exception notFound(RunState state) {
        return new ScanFailedException(messages.notFound(state, null));
    }

    private RunEvent launch(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        sender = accountHash();
        Optional<String> id = launcher.launch(server, state);
        if (id.filter(one -> NewResultFinder.isOld(one, state)).isPresent()) {
            return new RunEvent.Failed(new ScanFailedException(messages.old(state, id.get())), true, now());
        }
        return id.isPresent()
                ? new RunEvent.Launched(id.get())
                : new RunEvent.ResponseLost(new ScanFailedException(messages.withoutId(state)), now());
    }

    private RunEvent remove(SecurityCenter server, RunState state, PollListener<T> log)
            throws SecurityCenterException, InterruptedException {
        Optional<String> line = launcher.remove(server, state);
        line.ifPresent(log::log);
        boolean mayAppear = line.isEmpty() && state.type() == RunType.ON_DEMAND_SCAN;
        return mayAppear ? new RunEvent.NotFound(notFound(state), now()) : new RunEvent.CleanupStepDone();
    }

    @Override
    public Optional<RunEvent> receive(T result, RunState state, PollListener<T> log, RunListener<T> listener)
            throws InterruptedException {
        try {
            SecurityCenter server = account.connection().withRetries(log::log);
            launcher.summarize(server, result, state, log::log);
            listener.receive(server, result, log::log);
            return Optional.of(new RunEvent.Finished(now()));
        } catch (RetryLaterException e) {
            String message = MessageText.of(e);
            if (!message.equals(retryMessage)) {
                retryMessage = message;
                log.log(message);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new RunEvent.Failed(e, false, now()));
        }
    }

    @Override
    public void startPolling(RunState state, PollListener<T> listener) {
        // kept open until the result is received, so that one login is enough
        account.connection();
        pollWait = new PollWait<>(services, launcher, account, state, listener);
        pollWait.begin();
    }

    @Override
    public void stopPolling() {
        PollWait<T> present = pollWait;
        if (present != null) {
            present.end();
        }
    }

    @Override
    public Executor calls() {
        return services.threads().calls(account.target().endpoint().url());
    }

    @Override
    public Executor transfers() {
        return launcher.transfers()
                ? services.threads().transfers(account.target().endpoint().url())
                : calls();
    }

    @Override
    public Duration timeout() {
        return launcher.timeout();
    }

    @Override
    public Exception timeoutFailure(RunState state) {
        return new ScanFailedException(messages.timedOut(state, timeout().toMinutes()));
    }

    @Override
    public Optional<String> logLine(RunState before, RunEvent event, RunState after) {
        return RunLog.line(messages, before, event, after);
    }

    @Override
    public String status(RunState state) {
        PollWait<T> present = pollWait;
        return state.phase() == Phase.WAITING && present != null
                ? present.status()
                : RunLog.status(messages, launcher.name(), state);
    }

    @Override
    public ServerRuns runs() {
        return runs;
    }

    @Override
    public void close() {
        try {
            calls().execute(account::close);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Jenkins is shutting down, which closes all sessions", e);
        }
    }

    private Instant now() {
        return services.clock().instant();
    }
}
