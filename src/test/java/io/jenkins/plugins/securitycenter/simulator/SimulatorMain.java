package io.jenkins.plugins.securitycenter.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts a simulator by hand; runs until it is stopped. */
public final class SimulatorMain {
    private SimulatorMain() {}

    /** Takes the arguments that {@link Arguments#USAGE} lists; ends with status 2 and one sentence for a bad one. */
    public static void main(String[] args) throws InterruptedException {
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.help()) {
                System.out.println(Arguments.USAGE);
                return;
            }
            run(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (UncheckedIOException e) {
            System.err.println("The simulator cannot start: " + e.getCause().getMessage() + ".");
            System.exit(1);
        }
    }

    private static void run(Arguments arguments) throws InterruptedException {
        try (Simulator simulator = Simulator.start(arguments.options())) {
            System.out.println(greeting(simulator));
            if (!simulator.certificatePem().isEmpty()) {
                System.out.println("Certificate:   " + save(simulator.certificatePem(), arguments.pem()));
            }
            System.out.println("Stop it with Ctrl+C.");
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            new CountDownLatch(1).await();
        }
    }

    private static String greeting(Simulator simulator) {
        return """
                SecurityCenter simulator, version %s
                URL:           %s
                User:          %s / %s
                API keys:      accesskey=%s; secretkey=%s
                Administrator: %s / %s""".formatted(
                        simulator.options().profile().version(),
                        simulator.url(),
                        Simulator.USER,
                        Simulator.PASSWORD,
                        Simulator.ACCESS_KEY,
                        Simulator.SECRET_KEY,
                        Simulator.ADMIN,
                        Simulator.ADMIN_PASSWORD);
    }

    private static Path save(String pem, Path file) {
        try {
            return Files.writeString(file, pem).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
