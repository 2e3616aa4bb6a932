package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.LoginException;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run of a scan for one build: looks the scan up or makes it, launches it once (or imports a file instead), waits for
 * it and its import. It holds no thread while it waits, and goes on from its stored {@link RunState} after a restart.
 */
public final class ScanRun implements Waiting {

    private static final Duration SEARCH_AGAIN = Duration.ofSeconds(30);

    private final Crew crew;
    private final Target target;
    private final ScanOrder order;
    private final Events events;
    private final Beginning beginning;
    private final Farewell farewell;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private volatile RunState state;
    private volatile Wait wait;

    /** @param state {@link RunState#fresh()}, or the last one that {@link Events#saved} got before a restart */
    public ScanRun(Crew crew, Target target, ScanOrder order, RunState state, Events events) {
        this(crew, target, new Launch(crew.results(), order), state, events);
    }

    private ScanRun(Crew crew, Target target, Beginning beginning, RunState state, Events events) {
        this.crew = crew;
        this.target = target;
        this.beginning = beginning;
        this.order = beginning.order();
        this.state = state;
        this.events = events;
        this.farewell = new Farewell(crew, target, beginning, events);
    }

    /** A run of a scan that is made for it, and removed at its end however it ends. */
    public static ScanRun onDemand(Crew crew, Target target, OnDemandOrder order, RunState state, Events events) {
        return new ScanRun(crew, target, new OnDemand(crew, order, state), state, events);
    }

    /** A run whose scan result comes from a file instead of a scan; it ends when the file is imported. */
    public static ScanRun ofImport(Crew crew, Target target, ImportOrder order, RunState state, Events events) {
        return new ScanRun(crew, target, new Import(crew.results(), order), state, events);
    }

    @Override
    public void start() {
        started.set(true);
        Instant giveUp = now().plus(ScanWatch.PATIENCE);
        crew.executor().execute(() -> begin(giveUp));
    }

    /** Where the run stands, for people: "scan result 8: Running, 45 %". */
    @Override
    public String status() {
        Wait present = wait;
        return present == null ? "preparing " + beginning.noun() + " \"" + order.scan() + "\"" : present.status();
    }

    /**
     * Ends the run, which then tells nothing more. If so ordered, the scan is stopped on the server. One that was not
     * started, as it was to go on after a restart, is ended too.
     *
     * @return done when the server was told, or could not be told
     */
    @Override
    public CompletableFuture<Void> abort() {
        boolean first = ended.compareAndSet(false, true);
        if (wait != null) {
            wait.cancel();
        }
        if (!started.get()) {
            begun.complete(null);
        }
        return first ? begun.thenRunAsync(() -> farewell.early(state), crew.executor()) : begun;
    }

    private void begin(Instant giveUp) {
        try (SecurityCenter server = crew.sessions().open(target.endpoint(), target.login())) {
            if (!ended.get()) {
                proceed(server);
            }
        } catch (SecurityCenterException e) {
            if (mayHaveBegun() && e.passing() && now().isBefore(giveUp)) {
                crew.executor().schedule(() -> begin(giveUp), SEARCH_AGAIN.toSeconds(), TimeUnit.SECONDS);
                return;
            }
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new ScanFailedException(
                    "The wait for " + beginning.noun() + " \"" + order.scan() + "\" was interrupted.", e));
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
        begun.complete(null);
    }

    /** Whether the server may have got what is sent only once, so that it has to be looked for. */
    private boolean mayHaveBegun() {
        return state.phase() == RunState.Phase.CREATING || state.phase() == RunState.Phase.LAUNCHING;
    }

    private void proceed(SecurityCenter server) throws IOException, InterruptedException {
        switch (state.phase()) {
            case NEW, CREATING -> {
                save(beginning.prepare(server, state, new Outcome()));
                if (ended.get()) {
                    return;
                }
                save(beginning.begin(server, state));
                events.log(beginning.done() + " " + scanAndPage());
            }
            case LAUNCHING -> {
                save(beginning.find(server, state).orElseThrow(this::lost));
                events.log("Found after the restart what had been launched before it: " + scanAndPage());
            }
            case WAITING -> {
                crew.results().claimAgain(server, state);
                events.log("Waiting on after the restart for " + scanAndPage());
            }
        }
        if (order.waitFor() == WaitFor.LAUNCHED) {
            finish(server.scanResults().get(state.scanResultId()));
        } else {
            watch();
        }
    }

    private void watch() {
        Wait begins =
                new Wait(crew, target, new ScanWatch(target.endpoint(), title(), order, state), state, new Outcome());
        wait = begins;
        begins.begin();
        if (ended.get()) {
            begins.cancel();
        }
    }

    private void save(RunState next) {
        state = next;
        events.saved(next);
    }

    private void finish(ScanResult result) {
        if (ended.compareAndSet(false, true)) {
            if (result.state().scanEnded()) {
                ScanEnd.lines(result, target.endpoint().pageOfScanResult(result.id()), findings(result))
                        .forEach(events::log);
            }
            if (farewell.tidy(state)) {
                events.finished(result);
            }
        }
    }

    /** The session of the polls is still open, so this costs one small call. */
    private Optional<Totals> findings(ScanResult result) {
        if (!result.state().imported()) {
            return Optional.empty();
        }
        try (SecurityCenter server = crew.sessions().open(target.endpoint(), target.login())) {
            return Optional.of(server.analysis().totals(AnalysisQuery.ofScanResult(result.id())));
        } catch (SecurityCenterException e) {
            events.log("The numbers of findings are not known: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void fail(Exception problem) {
        if (ended.compareAndSet(false, true) && (problem instanceof LoginException || farewell.tidy(state))) {
            // without a login nothing can be tidied, and a second attempt might lock the account
            events.failed(problem);
        }
    }

    private ScanFailedException lost() {
        return new ScanFailedException(title() + " \"" + state.scanName() + "\" on SecurityCenter \""
                + target.endpoint().name() + "\" was about to begin when Jenkins stopped, and no new run of it is"
                + " found; it is not begun again, start the build again.");
    }

    private String title() {
        String noun = beginning.noun();
        return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    }

    private String scanAndPage() {
        return "\"" + state.scanName() + "\" on SecurityCenter \""
                + target.endpoint().name() + "\": scan result " + state.scanResultId() + ", "
                + target.endpoint().pageOfScanResult(state.scanResultId());
    }

    private Instant now() {
        return crew.clock().instant();
    }

    private final class Outcome implements Wait.Outcome, Beginning.Steps {

        @Override
        public void saved(RunState next) {
            save(next);
        }

        @Override
        public Instant now() {
            return ScanRun.this.now();
        }

        @Override
        public void log(String line) {
            if (!ended.get()) {
                events.log(line);
            }
        }

        @Override
        public void done(ScanResult result) {
            finish(result);
        }

        @Override
        public void failed(IOException problem) {
            fail(problem);
        }

        @Override
        public void timedOut() {
            if (ended.compareAndSet(false, true)) {
                crew.executor().execute(() -> {
                    farewell.early(state);
                    events.failed(new ScanFailedException(title() + " " + scanAndPage() + " was not "
                            + order.waitFor().word() + " within "
                            + order.timeout().toMinutes() + " minutes"
                            + (order.stopOnAbort() ? "; it was told to stop." : "; it runs on.")));
                });
            }
        }
    }
}
