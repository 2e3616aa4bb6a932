package io.jenkins.plugins.securitycenter.demo;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/**
 * The main job of the plugin in one command: twice against the bundled simulator, or once against a server that
 * {@code -Dsecuritycenter.url} names. See docs/demo.md.
 */
public final class Demo {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(30);
    private static final String SCAN = "Weekly network scan";

    private final DemoSettings settings;
    private final PrintStream out;

    Demo(DemoSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Runs it; a problem of the user or the server ends it with one sentence and exit code 1. */
    public static void main(String[] arguments) throws InterruptedException {
        DemoSettings settings = new DemoSettings(System.getProperties(), System.getenv());
        try {
            new Demo(settings, System.out).run();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void run() throws IOException, InterruptedException {
        if (settings.realServer()) {
            builds(settings.endpoint(), settings.login(), settings.scan(), 1);
            return;
        }
        SimulatorOptions options =
                SimulatorOptions.defaults().withFindings(settings.findings()).withTiming(3, 1.5);
        try (Simulator simulator = Simulator.start(options)) {
            out.println("A simulated SecurityCenter runs at " + simulator.url());
            Endpoint endpoint = Endpoint.of("simulator", ServerUrl.parse(simulator.url()));
            builds(endpoint, new Login.Password(Simulator.USER, Simulator.PASSWORD), SCAN, 2);
            out.println("Sessions left open on the server: " + simulator.openSessions());
        }
    }

    private void builds(Endpoint endpoint, Login login, String scan, int number)
            throws IOException, InterruptedException {
        DemoFiles files = new DemoFiles(settings.output(), endpoint.url() + " " + scan, settings.realServer());
        try (DemoJob job = new DemoJob(
                new ServerAccount(endpoint, login, POLL_INTERVAL),
                settings.output().resolve("runs"),
                out)) {
            for (int build = 1; build <= number; build++) {
                out.println();
                out.println("Build " + build);
                DemoReport.print(job.build(scan, files), out);
            }
        }
        out.println();
        out.println("Files to open:");
        files.written().forEach(file -> out.println("  " + file));
    }
}
