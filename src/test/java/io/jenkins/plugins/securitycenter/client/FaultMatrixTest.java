package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.Timeouts;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of every operation when something goes wrong with its request.
 *
 * <p>A cell says how it ends, how many requests of the operation the server saw, and how many sessions are left:
 *
 * <ul>
 *   <li>{@code value}: it succeeds (a logout never fails)
 *   <li>{@code away}: {@link UnreachableException}, the request was never sent
 *   <li>{@code lost}: {@link UnreachableException}, the server may have carried it out
 *   <li>{@code odd}: {@link UnexpectedResponseException}
 *   <li>{@code refused}: {@link ErrorResponseException}, {@code login}: {@link LoginException}
 *   <li>{@code +1}: a session is left that nobody can end: the answer to its login was lost, or its logout never
 *       reaches the server, or the server says that it does not want it
 * </ul>
 *
 * <p>A call is sent three times at most, and once more at once when the connection had been kept. A launch and a login are sent again only when the server has not seen them
 * (no connection, 429; a login also behind a 503 that is not SecurityCenter's) or has not accepted the session (403 with
 * code 12, launch only).
 */
class FaultMatrixTest {

    /** Every request of the operation meets the fault. */
    private static final String ALWAYS = """
            fault             | login     | launch    | poll      | findings  | download  | logout
            REFUSED           | away 0    | away 0    | away 0    | away 0    | away 0    | value 0 +1
            RESET_BEFORE      | lost 1    | lost 1    | lost 4    | lost 4    | lost 3    | value 4 +1
            RESET_AFTER       | lost 1 +1 | lost 1    | lost 4    | lost 4    | lost 3    | value 4
            CUT_BODY          | lost 1 +1 | lost 1    | lost 3    | lost 3    | lost 3    | value 3
            HANG              | lost 1    | lost 1    | lost 3    | lost 3    | lost 3    | value 3 +1
            TOKEN_403         | login 1   | refused 2 | refused 2 | refused 2 | refused 2 | value 1 +1
            ERROR_403         | login 1   | refused 1 | refused 1 | refused 1 | refused 1 | value 1 +1
            SLOW_DOWN_SECONDS | odd 3     | odd 3     | odd 3     | odd 3     | odd 3     | value 3 +1
            SLOW_DOWN_DATE    | odd 3     | odd 3     | odd 3     | odd 3     | odd 3     | value 3 +1
            HTTP_500          | odd 1     | odd 1     | odd 3     | odd 3     | odd 3     | value 3 +1
            HTTP_503          | odd 3     | odd 1     | odd 3     | odd 3     | odd 3     | value 3 +1
            HTML              | odd 1     | odd 1     | odd 3     | odd 3     | odd 3     | value 3 +1
            GARBAGE           | odd 1     | odd 1     | odd 3     | odd 3     | odd 3     | value 3 +1
            ERROR_200         | login 1   | refused 1 | refused 1 | refused 1 | refused 1 | value 1 +1
            """;

    /** Only the first request of the operation meets the fault; a server that went away does not come back. */
    private static final String ONCE = """
            fault             | login     | launch    | poll      | findings  | download  | logout
            RESET_BEFORE      | lost 1    | lost 1    | value 2   | value 2   | value 2   | value 2
            RESET_AFTER       | lost 1 +1 | lost 1    | value 2   | value 2   | value 2   | value 2
            CUT_BODY          | lost 1 +1 | lost 1    | value 2   | value 2   | value 2   | value 2
            HANG              | lost 1    | lost 1    | value 2   | value 2   | value 2   | value 2
            TOKEN_403         | login 1   | value 2   | value 2   | value 2   | value 2   | value 1 +1
            ERROR_403         | login 1   | refused 1 | refused 1 | refused 1 | refused 1 | value 1 +1
            SLOW_DOWN_SECONDS | value 2   | value 2   | value 2   | value 2   | value 2   | value 2
            SLOW_DOWN_DATE    | value 2   | value 2   | value 2   | value 2   | value 2   | value 2
            HTTP_500          | odd 1     | odd 1     | value 2   | value 2   | value 2   | value 2
            HTTP_503          | value 2   | odd 1     | value 2   | value 2   | value 2   | value 2
            HTML              | odd 1     | odd 1     | value 2   | value 2   | value 2   | value 2
            GARBAGE           | odd 1     | odd 1     | value 2   | value 2   | value 2   | value 2
            ERROR_200         | login 1   | refused 1 | refused 1 | refused 1 | refused 1 | value 1 +1
            """;

    private static final SimulatorOptions OPTIONS =
            SimulatorOptions.defaults().withTiming(0, 0).withFindings(ClientOperation.FOUND);
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMinutes(1));

    /** What a cell says. */
    private record Cell(String outcome, int requests, int sessions) {

        static Cell of(String text) {
            String[] words = text.strip().split(" +");
            int left = words.length > 2 ? Integer.parseInt(words[2]) : 0;
            return new Cell(words[0], Integer.parseInt(words[1]), left);
        }
    }

    static Stream<Arguments> cells() {
        return Stream.concat(cells("always", ALWAYS), cells("once", ONCE));
    }

    private static Stream<Arguments> cells(String times, String table) {
        return table.lines()
                .skip(1)
                .map(line -> line.split("\\|"))
                .flatMap(row -> IntStream.range(1, row.length)
                        .mapToObj(column -> Arguments.of(
                                times,
                                InjectedFault.valueOf(row[0].strip()),
                                ClientOperation.values()[column - 1],
                                row[column].strip())));
    }

    @ParameterizedTest(name = "{1} {0}, {2}: {3}")
    @MethodSource("cells")
    void endsAsTheTableSays(String times, InjectedFault fault, ClientOperation operation, String text)
            throws Exception {
        Cell expected = Cell.of(text);
        try (Rig rig = new Rig(OPTIONS);
                CapturedLog log = CapturedLog.open()) {
            SecurityCenter server = rig.sessions.open(rig.endpoint(TIMEOUTS, SessionLimit.FAIL), Rig.USER);
            operation.prepare(server);
            int launches = rig.simulator.launches("1");
            fault.inject(rig.simulator, operation, times.equals("once"));

            Exception failure = failure(operation, server);
            server.close();

            assertThat(outcome(failure)).isEqualTo(expected.outcome());
            if (failure != null) {
                assertThat(failure)
                        .hasMessageStartingWith("SecurityCenter \"prod\": could not " + phrase(fault, operation) + ": ")
                        .hasMessageContaining(fault.sentence);
            }
            assertThat(rig.count(operation.line())).isEqualTo(expected.requests());
            assertThat(rig.simulator.launches("1") - launches).isLessThanOrEqualTo(1);
            assertThat(rig.simulator.openSessions()).isEqualTo(sessions(fault, operation, expected));
            assertThat(CapturedLog.text(failure) + log.text()).doesNotContain(secrets(rig));
        }
    }

    private static Exception failure(ClientOperation operation, SecurityCenter server) {
        try {
            assertThat(operation.succeeds(server)).isTrue();
            return null;
        } catch (SecurityCenterException | InterruptedException e) {
            return e;
        }
    }

    private static String outcome(Exception failure) {
        if (failure == null) {
            return "value";
        }
        if (failure instanceof UnreachableException e) {
            return e.notProcessed() ? "away" : "lost";
        }
        if (failure instanceof UnexpectedResponseException) {
            return "odd";
        }
        return failure instanceof LoginException ? "login" : "refused";
    }

    /** Before a launch the scan is looked up, which does not work either when the server is away. */
    private static String phrase(InjectedFault fault, ClientOperation operation) {
        return fault.goAway() && operation == ClientOperation.LAUNCH ? "list the scans" : operation.phrase;
    }

    /** A server that went away cannot be told that a session has ended. */
    private static int sessions(InjectedFault fault, ClientOperation operation, Cell expected) {
        return fault.goAway() && operation != ClientOperation.LOGIN ? 1 : expected.sessions();
    }

    private static List<String> secrets(Rig rig) {
        Set<String> secrets = new TreeSet<>(List.of(Simulator.PASSWORD));
        for (LoggedRequest request : rig.simulator.requests()) {
            String token = request.headers().get("X-SecurityCenter");
            if (token != null) {
                secrets.add(token);
                secrets.addAll(Arrays.asList(request.headers().get("Cookie").split("="))
                        .subList(1, 2));
            }
        }
        return List.copyOf(secrets);
    }
}
