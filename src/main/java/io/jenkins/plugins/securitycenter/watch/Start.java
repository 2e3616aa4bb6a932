package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How a run comes to what it waits for: it begins once, or finds again what may have begun. It looks for that as long as
 * the server may be away.
 */
final class Start {

    private static final Duration SEARCH_AGAIN = Duration.ofSeconds(30);

    /** The run that starts. */
    interface Run extends Beginning.Steps {

        RunState state();

        /** Whether nobody waits any more, so that nothing may begin. */
        boolean ended();

        /**
         * What it waits for is known and stored.
         *
         * @param server closed when this returns
         */
        void begun(SecurityCenter server) throws IOException, InterruptedException;

        void failed(Exception problem);
    }

    private final Crew crew;
    private final Target target;
    private final Beginning beginning;
    private final Run run;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile Instant giveUp;
    private boolean started;
    private Future<?> later;
    private volatile SecurityCenterException trouble;
    private volatile boolean begunHere;

    Start(Crew crew, Target target, Beginning beginning, Run run) {
        this.crew = crew;
        this.target = target;
        this.beginning = beginning;
        this.run = run;
    }

    synchronized void begin() {
        giveUp = run.now().plus(Patience.LIMIT);
        started = true;
        crew.executor().execute(this::attempt);
    }

    /** To be called when nobody waits any more; returns what is done when nothing more begins. */
    synchronized CompletableFuture<Void> abandon() {
        if (!started || later != null) {
            forgo();
        }
        return done;
    }

    private void forgo() {
        if (later != null) {
            later.cancel(false);
        }
        done.complete(null);
    }

    private void attempt() {
        synchronized (this) {
            later = null;
        }
        try (SecurityCenter server = crew.sessions().open(target.endpoint(), target.login())) {
            if (!run.ended()) {
                proceed(server);
            }
        } catch (SecurityCenterException e) {
            if (mayHaveBegun() && e.passing() && run.now().isBefore(giveUp)) {
                again(e);
                return;
            }
            run.failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.failed(new ScanFailedException(
                    "The wait for " + beginning.noun() + " \""
                            + beginning.order().scan() + "\" was interrupted.",
                    e));
        } catch (IOException | RuntimeException e) {
            run.failed(e);
        }
        done.complete(null);
    }

    private void again(SecurityCenterException e) {
        if (trouble == null) {
            trouble = e;
            run.log(Patience.tryingOn(e));
        }
        later();
    }

    private synchronized void later() {
        if (run.ended()) {
            forgo();
        } else {
            later = crew.executor().schedule(this::attempt, SEARCH_AGAIN.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Whether the server may have got what is sent only once, so that it has to be looked for. */
    private boolean mayHaveBegun() {
        RunState.Phase phase = run.state().phase();
        return phase == RunState.Phase.CREATING || phase == RunState.Phase.LAUNCHING;
    }

    private void proceed(SecurityCenter server) throws IOException, InterruptedException {
        switch (run.state().phase()) {
            case NEW, CREATING -> {
                run.saved(beginning.prepare(server, run.state(), run));
                if (run.ended()) {
                    return;
                }
                begunHere = true;
                run.saved(beginning.begin(server, run.state()));
                run.log(beginning.done() + " " + begun());
            }
            case LAUNCHING -> {
                run.saved(beginning.find(server, run.state()).orElseThrow(this::lost));
                run.log(
                        begunHere
                                ? "Found what the server had begun: " + begun()
                                : "Found after the restart what had been launched before it: " + begun());
            }
            case WAITING -> {
                beginning.goOn(server, run.state());
                run.log("Waiting on after the restart for " + begun());
            }
        }
        run.begun(server);
    }

    private ScanFailedException lost() {
        String nothing = "no new " + beginning.fruit() + " of it is found; it is not begun again, ";
        return begunHere
                ? new ScanFailedException(
                        trouble.getMessage() + " The server answers again, but " + nothing
                                + "since the server may have received it. Start the build again.",
                        trouble)
                : new ScanFailedException(beginning.title() + " "
                        + beginning.described(target.endpoint(), run.state())
                        + " was about to begin when Jenkins stopped, and " + nothing
                        + "start the build again.");
    }

    private String begun() {
        return beginning.begun(target.endpoint(), run.state());
    }
}
