package io.jenkins.plugins.securitycenter.task;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.ActivityCounter;
import io.jenkins.plugins.securitycenter.client.transport.ActivityListener;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.suggest.SuggestionCache;
import io.jenkins.plugins.securitycenter.suggest.SuggestionLoader;
import io.jenkins.plugins.securitycenter.watch.PooledThreads;
import io.jenkins.plugins.securitycenter.watch.RunRegistry;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import io.jenkins.plugins.securitycenter.watch.WatchServices;
import io.jenkins.plugins.securitycenter.watch.WatchThreads;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The services that all builds of this controller share: sessions, polling, and thread pools that shrink when idle. */
@Restricted(NoExternalUse.class)
@Extension
public final class SecurityCenterService {

    private static final Logger LOGGER = Logger.getLogger(SecurityCenterService.class.getName());

    /** The milestone of FlowExecutionList in workflow-api; reached immediately if Pipeline is not installed. */
    static final String EXECUTIONS_SUSPENDED = "FlowExecutionList.EXECUTIONS_SUSPENDED";

    /** The maximum number of steps that start concurrently. */
    private static final int STEP_THREADS = 10;

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    /** The maximum time that the shutdown of Jenkins waits for sessions to close. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(20);

    /**
     * The maximum number of forms that wait for servers concurrently; more may queue, and each waits up to
     * FORM_TIMEOUT.
     */
    private static final int FORM_THREADS = 4;
    /**
     * The maximum number of sessions that open or close concurrently; an unresponsive server blocks a thread for each.
     */
    private static final int SESSION_THREADS = 64;

    private static final int FORM_QUEUE_LENGTH = 16;
    private static final Duration FORM_TIMEOUT = Duration.ofSeconds(5);

    private final WatchThreads threads = new PooledThreads();
    private final ThreadPoolExecutor stepExecutor =
            pool(STEP_THREADS, new LinkedBlockingQueue<>(), "SecurityCenter-step");
    private final ThreadPoolExecutor formExecutor =
            pool(FORM_THREADS, new LinkedBlockingQueue<>(FORM_QUEUE_LENGTH), "SecurityCenter-form");
    private final ThreadPoolExecutor sessionExecutor =
            pool(SESSION_THREADS, new LinkedBlockingQueue<>(), "SecurityCenter-session");
    private final ActivityCounter activity = new ActivityCounter(SecurityCenterService::listeners);
    private final WatchServices watch;
    private final SuggestionCache suggestions;
    private final BlockSessions openSessions;
    private volatile boolean closed;

    public SecurityCenterService() {
        InstantSource clock = InstantSource.system();
        SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, clock, sessionExecutor, activity);
        Path runs = Jenkins.get().getRootDir().toPath().resolve("securitycenter-runs");
        watch = new WatchServices(sessions, threads, new RunRegistry(runs), clock);
        openSessions = new BlockSessions(sessions);
        suggestions = new SuggestionCache(new SuggestionLoader(sessions, clock), formExecutor, clock, FORM_TIMEOUT);
    }

    public static SecurityCenterService get() {
        return ExtensionList.lookupSingleton(SecurityCenterService.class);
    }

    /** Returns the services for runs of scans, imports and reports. */
    public WatchServices watch() {
        return watch;
    }

    /** Returns what was done with all servers since Jenkins started. */
    public ActivityCounter.Counts activity() {
        return activity.counts();
    }

    /** Returns the listeners of optional plugins; none while Jenkins shuts down. */
    private static List<ActivityListener> listeners() {
        return Jenkins.getInstanceOrNull() == null ? List.of() : ExtensionList.lookup(ActivityListener.class);
    }

    SessionPool sessions() {
        return watch.sessions();
    }

    /** The open sessions of blocks. */
    public BlockSessions openSessions() {
        return openSessions;
    }

    /** Returns the lists of server objects that forms suggest. */
    public SuggestionCache suggestions() {
        return suggestions;
    }

    /**
     * Returns a connection for a thread of one build. It retries during outages of the server, and closing it waits
     * until its session is closed.
     *
     * @param log receives a line if the server does not respond, and another when it responds again
     */
    public SecurityCenter connect(ServerAccount account, PrintStream log) {
        return sessions()
                .open(account.endpoint(), account.login())
                .withRetries(log::println)
                .waitingForLogout();
    }

    /** Runs the task on a thread that may wait for a server; discards it if Jenkins is shutting down. */
    public void execute(Runnable task) {
        try {
            stepExecutor.execute(task);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Postponed until after the restart", e);
        }
    }

    /** Runs the task on a thread of the pool that is reserved for opening and closing sessions. */
    public void executeSessionTask(Runnable task) {
        sessionExecutor.execute(task);
    }

    /**
     * Returns whether Jenkins is shutting down, so that failed work can continue after the restart. Callers must ask
     * the engine that they started with, because the next one may already exist.
     */
    public boolean closed() {
        return closed;
    }

    /**
     * Closes all sessions; waiting builds are not notified and continue after the restart. Pipeline has already stored
     * the state of its builds at this point, so that no build stores the loss of its session.
     */
    @Terminator(requires = EXECUTIONS_SUSPENDED)
    public static void shutDown() throws InterruptedException {
        for (SecurityCenterService engine : ExtensionList.lookup(SecurityCenterService.class)) {
            engine.close();
        }
    }

    private void close() throws InterruptedException {
        closed = true;
        threads.close();
        stepExecutor.shutdownNow();
        formExecutor.shutdownNow();
        Thread shutdown = daemon(watch::close, "SecurityCenter-shutdown");
        shutdown.start();
        shutdown.join(SHUTDOWN_TIMEOUT.toMillis());
    }

    private static ThreadPoolExecutor pool(int threads, BlockingQueue<Runnable> queue, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_TIMEOUT.toSeconds(), TimeUnit.SECONDS, queue, task -> daemon(task, name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
