package io.jenkins.plugins.securitycenter.run;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import io.jenkins.plugins.securitycenter.client.Pause;
import io.jenkins.plugins.securitycenter.client.Sessions;
import io.jenkins.plugins.securitycenter.suggest.ChoiceLists;
import io.jenkins.plugins.securitycenter.suggest.ServerLoader;
import io.jenkins.plugins.securitycenter.watch.Crew;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What all builds of this controller share: sessions, polling and a few threads that go away when nobody needs them. */
@Extension
public final class Engine {

    private static final int THREADS = 10;
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** How long a shutdown of Jenkins waits for the sessions to end. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    /** How many forms wait for servers at once, how many more may queue, and how long each waits. */
    private static final int FORMS = 4;

    private static final int QUEUE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledThreadPoolExecutor executor;
    private final ThreadPoolExecutor forms;
    private final Crew crew;
    private final ChoiceLists choices;
    private final OpenSessions openSessions;
    private volatile boolean closed;

    public Engine() {
        AtomicInteger count = new AtomicInteger();
        executor = new ScheduledThreadPoolExecutor(
                THREADS, task -> daemon(task, "SecurityCenter-" + count.incrementAndGet()));
        executor.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
        crew = new Crew(new Sessions(), executor, Pause.SLEEP, InstantSource.system());
        openSessions = new OpenSessions(crew.sessions());
        forms = new ThreadPoolExecutor(
                FORMS,
                FORMS,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(QUEUE),
                task -> daemon(task, "SecurityCenter-form"));
        forms.allowCoreThreadTimeOut(true);
        InstantSource clock = InstantSource.system();
        choices = new ChoiceLists(new ServerLoader(crew.sessions(), clock), forms, clock, PATIENCE);
    }

    public static Engine get() {
        return ExtensionList.lookupSingleton(Engine.class);
    }

    public Crew crew() {
        return crew;
    }

    public Sessions sessions() {
        return crew.sessions();
    }

    /** The sessions that blocks keep open. */
    public OpenSessions openSessions() {
        return openSessions;
    }

    /** What forms can offer of the servers. */
    public ChoiceLists choices() {
        return choices;
    }

    /** Runs the task soon, on a thread that may wait for a server. */
    public void execute(Runnable task) {
        executor.execute(task);
    }

    /** Whether Jenkins is going down, so that what fails now may go on after the restart. */
    public boolean closed() {
        return closed;
    }

    /** Ends all sessions; builds that wait are not told and go on after the restart. */
    @Terminator
    public static void shutDown() throws InterruptedException {
        for (Engine engine : ExtensionList.lookup(Engine.class)) {
            engine.close();
        }
    }

    private void close() throws InterruptedException {
        closed = true;
        executor.shutdownNow();
        forms.shutdownNow();
        Thread farewell = daemon(crew::close, "SecurityCenter-farewell");
        farewell.start();
        farewell.join(FAREWELL.toMillis());
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
