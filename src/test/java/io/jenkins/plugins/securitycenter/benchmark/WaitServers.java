package io.jenkins.plugins.securitycenter.benchmark;

import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The servers of waiting builds, in a process of their own: simulators of which one stops answering and one has a clock
 * that is three days behind.
 */
final class WaitServers {

    static final int SERVERS = 10;
    /** Makes the first server stop answering, and answers with an empty line. */
    static final String SILENCE = "silence";
    /** Answers with the number of polls that the answering servers have received so far. */
    static final String POLLS = "polls";
    /** Answers with the number of open sessions on the answering servers. */
    static final String SESSIONS = "sessions";

    private static final int BEHIND = 1;
    private static final Duration OFFSET = Duration.ofDays(-3);

    private WaitServers() {}

    /**
     * Prints the URLs of the servers in one line, then answers each line of the standard input with a line, until it
     * ends.
     *
     * @param arguments the seconds that a scan takes
     */
    public static void main(String[] arguments) throws IOException {
        List<Simulator> simulators = new ArrayList<>();
        for (int server = 0; server < SERVERS; server++) {
            SimulatorOptions options = SimulatorOptions.defaults()
                    .withTiming(Integer.parseInt(arguments[0]), 2)
                    .withFindings(5);
            simulators.add(Simulator.start(server == BEHIND ? options.withClockOffset(OFFSET) : options));
        }
        System.out.println(simulators.stream().map(Simulator::url).collect(Collectors.joining(" ")));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(answer(line, simulators));
        }
        System.exit(0);
    }

    private static String answer(String command, List<Simulator> simulators) {
        List<Simulator> answering = simulators.subList(1, SERVERS);
        return switch (command) {
            case SILENCE -> {
                simulators.get(0).faults().on("*", "/scanResult**").hang();
                yield "";
            }
            case POLLS -> "" + answering.stream().mapToLong(WaitServers::polls).sum();
            case SESSIONS ->
                "" + answering.stream().mapToInt(Simulator::openSessions).sum();
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static long polls(Simulator simulator) {
        return simulator.requests().stream()
                .filter(request -> request.method().equals("GET"))
                .filter(request -> request.path().startsWith("/scanResult"))
                .count();
    }
}
