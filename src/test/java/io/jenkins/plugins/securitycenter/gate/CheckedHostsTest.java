package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.CheckedHosts.UnauthenticatedHost;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedHostsTest {

    private static final String START = "The scanner did not log in to ";

    @Test
    void saysNothingIfAllLoginsWorked() {
        assertThat(hosts(20, 0, List.of()).sentences()).isEmpty();
        assertThat(CheckedHosts.NONE.sentences()).isEmpty();
    }

    @Test
    void saysWhereTheScannerDidNotLogInAndWhy() {
        List<UnauthenticatedHost> two =
                List.of(new UnauthenticatedHost("192.0.2.1", "Too few rights"), new UnauthenticatedHost("db", ""));

        assertThat(hosts(20, 2, two).sentences())
                .containsExactly(
                        START + "2 of 20 hosts, so local checks did not run there: 192.0.2.1 (Too few rights); db.");
    }

    @ParameterizedTest
    @CsvSource({"10, 10, h10.", "11, 11, h10; and 1 more.", "11, 12, h10; and 2 more.", "3, 5, h3; and 2 more."})
    void namesTenHostsAtMostInASentence(int named, long total, String end) {
        List<UnauthenticatedHost> list = IntStream.rangeClosed(1, named)
                .mapToObj(number -> new UnauthenticatedHost("h" + number, ""))
                .toList();

        assertThat(hosts(20, total, list).sentences())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .startsWith(START + total + " of 20 hosts, so local checks did not run there: h1; h2; ")
                        .endsWith("; " + end));
    }

    @Test
    void countsHostsOfWhichNoneIsNamed() {
        assertThat(hosts(20_000, 7, List.of()).sentences())
                .containsExactly(START + "7 of 20,000 hosts, so local checks did not run there.");
    }

    @Test
    void showsNamesOfTheServerAsOneShortLine() {
        UnauthenticatedHost host = new UnauthenticatedHost("a\nb", "x".repeat(1_000));

        assertThat(host.name()).isEqualTo("a b");
        assertThat(host.reason()).startsWith("xxx").hasSizeLessThan(210);
    }

    @Test
    void readsAStoredListWithGaps() {
        UnauthenticatedHost host = new UnauthenticatedHost("a", null);

        assertThat(hosts(2, 1, Arrays.asList(null, host)).notAuthenticated())
                .containsExactly(new UnauthenticatedHost("a", ""));
        assertThat(hosts(2, 1, null).notAuthenticated()).isEmpty();
        assertThat(new UnauthenticatedHost(null, "").name()).isEmpty();
    }

    @Test
    void knowsNoFeedOfATimeThatDoesNotExist() {
        long last = Instant.MAX.getEpochSecond();

        assertThat(ofFeed(1).pluginFeed()).contains(Instant.ofEpochSecond(1));
        assertThat(ofFeed(last).pluginFeed()).contains(Instant.ofEpochSecond(last));
        assertThat(ofFeed(last + 1).pluginFeed()).isEmpty();
        assertThat(ofFeed(0).pluginFeed()).isEmpty();
        assertThat(ofFeed(-1).pluginFeed()).isEmpty();
    }

    private static CheckedHosts hosts(long hosts, long others, List<UnauthenticatedHost> named) {
        return new CheckedHosts(hosts, hosts - others, named, others, true, 0);
    }

    private static CheckedHosts ofFeed(long seconds) {
        return new CheckedHosts(1, 1, List.of(), 0, true, seconds);
    }
}
