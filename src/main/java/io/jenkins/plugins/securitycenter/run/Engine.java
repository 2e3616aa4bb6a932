package io.jenkins.plugins.securitycenter.run;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import io.jenkins.plugins.securitycenter.client.Pause;
import io.jenkins.plugins.securitycenter.client.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.Sessions;
import io.jenkins.plugins.securitycenter.suggest.ChoiceLists;
import io.jenkins.plugins.securitycenter.suggest.ServerLoader;
import io.jenkins.plugins.securitycenter.watch.PooledThreads;
import io.jenkins.plugins.securitycenter.watch.RunRegistry;
import io.jenkins.plugins.securitycenter.watch.Target;
import io.jenkins.plugins.securitycenter.watch.WatchServices;
import io.jenkins.plugins.securitycenter.watch.WatchThreads;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** What all builds of this controller share: sessions, polling and a few threads that go away when nobody needs them. */
@Extension
public final class Engine {

    private static final Logger LOGGER = Logger.getLogger(Engine.class.getName());

    /** As in FlowExecutionList of the plugin workflow-api; attained at once in a Jenkins without Pipeline. */
    static final String EXECUTIONS_SUSPENDED = "FlowExecutionList.EXECUTIONS_SUSPENDED";

    /** How many steps are begun at once. */
    private static final int STEPS = 10;

    private static final Duration IDLE = Duration.ofSeconds(30);
    /** How long a shutdown of Jenkins waits for the sessions to end. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    /** How many forms wait for servers at once, how many more may queue, and how long each waits. */
    private static final int FORMS = 4;
    /** How many sessions are opened for blocks, or end, at once; a silent server holds a thread for each. */
    private static final int SESSIONS = 64;

    private static final int QUEUE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WatchThreads threads = new PooledThreads();
    private final ThreadPoolExecutor steps = pool(STEPS, new LinkedBlockingQueue<>(), "SecurityCenter-step");
    private final ThreadPoolExecutor forms = pool(FORMS, new LinkedBlockingQueue<>(QUEUE), "SecurityCenter-form");
    private final ThreadPoolExecutor apart = pool(SESSIONS, new LinkedBlockingQueue<>(), "SecurityCenter-session");
    private final WatchServices watch;
    private final ChoiceLists choices;
    private final OpenSessions openSessions;
    private volatile boolean closed;

    public Engine() {
        InstantSource clock = InstantSource.system();
        Sessions sessions = new Sessions(RetryPolicy.DEFAULT, Pause.SLEEP, clock, apart);
        Path runs = Jenkins.get().getRootDir().toPath().resolve("securitycenter-runs");
        watch = new WatchServices(sessions, threads, new RunRegistry(runs), clock);
        openSessions = new OpenSessions(sessions);
        choices = new ChoiceLists(new ServerLoader(sessions, clock), forms, clock, PATIENCE);
    }

    public static Engine get() {
        return ExtensionList.lookupSingleton(Engine.class);
    }

    /** The runs of scans, imports and reports. */
    public WatchServices watch() {
        return watch;
    }

    public Sessions sessions() {
        return watch.sessions();
    }

    /** The sessions that blocks keep open. */
    public OpenSessions openSessions() {
        return openSessions;
    }

    /** What forms can offer of the servers. */
    public ChoiceLists choices() {
        return choices;
    }

    /**
     * A connection for a thread that works for one build: it bridges outages of the server, and closing it waits until
     * its session has ended.
     *
     * @param log gets a line when the server does not respond, and when it does again
     */
    public SecurityCenter connect(Target target, PrintStream log) {
        return sessions()
                .open(target.endpoint(), target.login())
                .persistent(log::println)
                .patient();
    }

    /** Runs the task soon, on a thread that may wait for a server; not at all when Jenkins is going down. */
    public void execute(Runnable task) {
        try {
            steps.execute(task);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Postponed until after the restart", e);
        }
    }

    /** Runs the task soon, on a thread that opens or ends a session; nothing else waits for such a thread. */
    public void executeApart(Runnable task) {
        apart.execute(task);
    }

    /**
     * Whether Jenkins is going down, so that what fails now may go on after the restart. Who works while it goes down
     * asks the engine that it began with, since the next one may be there already.
     */
    public boolean closed() {
        return closed;
    }

    /**
     * Ends all sessions; builds that wait are not told and go on after the restart. By then Pipeline has stored what
     * its builds do, so that none of them stores that it lost its session.
     */
    @Terminator(requires = EXECUTIONS_SUSPENDED)
    public static void shutDown() throws InterruptedException {
        for (Engine engine : ExtensionList.lookup(Engine.class)) {
            engine.close();
        }
    }

    private void close() throws InterruptedException {
        closed = true;
        threads.close();
        steps.shutdownNow();
        forms.shutdownNow();
        Thread farewell = daemon(watch::close, "SecurityCenter-farewell");
        farewell.start();
        farewell.join(FAREWELL.toMillis());
    }

    private static ThreadPoolExecutor pool(int threads, BlockingQueue<Runnable> queue, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE.toSeconds(), TimeUnit.SECONDS, queue, task -> daemon(task, name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
