package io.jenkins.plugins.securitycenter.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What must not remain of a story: sessions, scans, runs, threads, connections, files, and secrets in what remains. */
final class Leftovers {

    private static final Logger LOGGER = Logger.getLogger("io.jenkins.plugins.securitycenter");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Setting setting;
    private final Path directory;
    private final Set<String> scans;
    private final StringBuilder logged = new StringBuilder();
    private final Handler handler = new LogText();
    private final Set<Thread> threads = ours();

    Leftovers(Setting setting, Path directory) {
        this.setting = setting;
        this.directory = directory;
        this.scans = scans();
        LOGGER.setLevel(Level.FINEST);
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(handler);
    }

    /** What is there that should not be; ends the story's Jenkins. */
    List<String> check(List<Object> seen) throws InterruptedException {
        List<String> faults = new ArrayList<>();
        Simulator simulator = setting.simulator;
        if (!setting.rig.executor.idle()) {
            faults.add("something is still planned after 30 hours");
        }
        try {
            runs(faults);
            seen.add(setting.rig.services().sessions());
            try (SecurityCenter server = setting.open()) {
                seen.add(server);
                seen.add(server.endpoint());
            }
            seen.add(files(setting.rig.directory) + files(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (hasScans()) {
            faults.add("scan definitions are " + scans() + " instead of " + scans);
        }
        if (simulator.openSessions() > setting.trouble.lostSessions()) {
            faults.add(simulator.openSessions() + " sessions are open, at most " + setting.trouble.lostSessions()
                    + " of them lost");
        }
        setting.rig.close();
        remains("connections", () -> setting.simulator.openConnections(), faults);
        remains("threads", this::newThreads, faults);
        LOGGER.removeHandler(handler);
        secrets(seen, faults);
        return faults;
    }

    /** Whether there are scan definitions that the story did not begin with. */
    boolean hasScans() {
        return !scans().equals(scans);
    }

    private void runs(List<String> faults) throws IOException {
        try (Stream<Path> files = Files.list(setting.rig.directory)) {
            for (Path file : files.toList()) {
                for (JsonNode run : MAPPER.readTree(file.toFile()).path("runs")) {
                    // such a run makes the next build search for what it may have left
                    if (!run.path("state").path("leftOver").asBoolean()) {
                        faults.add("stored run " + run);
                    }
                }
            }
        }
    }

    private Set<String> scans() {
        Set<String> names = new TreeSet<>();
        setting.simulator
                .controls()
                .objects("scan")
                .forEach(scan -> names.add(scan.path("name").asText()));
        return names;
    }

    /** The ends of connections and threads are noticed a moment later. */
    private static void remains(String what, IntSupplier number, List<String> faults) throws InterruptedException {
        for (int tries = 0; tries < 500 && number.getAsInt() > 0; tries++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        if (number.getAsInt() > 0) {
            faults.add(number.getAsInt() + " " + what + " remain");
        }
    }

    private int newThreads() {
        Set<Thread> more = ours();
        more.removeAll(threads);
        return more.size();
    }

    private static Set<Thread> ours() {
        Set<Thread> ours = new HashSet<>(Thread.getAllStackTraces().keySet());
        ours.removeIf(thread -> !thread.getName().startsWith("SecurityCenter"));
        return ours;
    }

    private void secrets(List<Object> seen, List<String> faults) {
        StringBuilder all = new StringBuilder(logged);
        for (Object one : seen) {
            all.append(one instanceof Throwable problem ? text(problem) : String.valueOf(one))
                    .append('\n');
        }
        for (String secret : secrets()) {
            int at = all.indexOf(secret);
            if (at >= 0) {
                faults.add("a secret is told in \"" + all.substring(Math.max(0, at - 100), at + secret.length() + 20)
                        + "\"");
            }
        }
    }

    private Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(List.of(Simulator.PASSWORD, Simulator.SECRET_KEY, Simulator.ACCESS_KEY));
        for (LoggedRequest request : setting.simulator.requests()) {
            String token = request.headers().get("X-SecurityCenter");
            String cookie = request.headers().get("Cookie");
            if (token != null) {
                secrets.add(token);
            }
            if (cookie != null) {
                secrets.add(cookie.substring(cookie.indexOf('=') + 1));
            }
        }
        return secrets;
    }

    private static String files(Path directory) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private static String text(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            text.append(e).append('\n');
            for (Throwable suppressed : e.getSuppressed()) {
                text.append(text(suppressed));
            }
        }
        return text.toString();
    }

    private final class LogText extends Handler {

        @Override
        public void publish(LogRecord line) {
            logged.append(line.getMessage()).append('\n');
            if (line.getParameters() != null) {
                logged.append(List.of(line.getParameters())).append('\n');
            }
            logged.append(text(line.getThrown()));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
