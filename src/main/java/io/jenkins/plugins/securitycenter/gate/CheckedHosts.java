package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hosts that a scan reached, and whether it logged in to them.
 *
 * @param hosts the number of hosts that were scanned
 * @param authenticated how many of them the scanner logged in to, or an agent scanned
 * @param notAuthenticated the first {@value #MOST} of the other hosts, in the order of their names
 * @param notAuthenticatedTotal the number of all other hosts
 * @param loginsKnown whether the scan reported logins at all; if not, the two counts of logins are zero
 * @param feedSeconds the time of the plugin feed that the scanner used, in seconds since 1970; 0 if unknown, -1 if one of the
 *     scanners reports a version that is not understood
 * @param ports which findings of the record were found by scans of the default ports
 * @param neededFeed the time of the plugin feed that a scanner must have to find the findings of the record again, in seconds
 *     since 1970; 0 if unknown
 * @param reportsExpected whether the next scan should report on its hosts although this one is not known to: the record
 *     remembers findings of a scan that did, or the reports could not be read
 */
public record CheckedHosts(
        long hosts,
        long authenticated,
        List<UnauthenticatedHost> notAuthenticated,
        long notAuthenticatedTotal,
        boolean loginsKnown,
        long feedSeconds,
        DefaultPorts ports,
        long neededFeed,
        boolean reportsExpected)
        implements Serializable {

    /** The number of hosts that are named. */
    public static final int MOST = 1_000;

    /** Nothing is known, as in a record of an earlier version. */
    public static final CheckedHosts NONE = new CheckedHosts(0, 0, List.of(), 0, false, 0);

    private static final int IN_SENTENCE = 10;
    private static final long ODD_FEED = -1;

    /**
     * A host that the scanner did not log in to.
     *
     * @param name name or address
     * @param reason the reason that the scanner gave; empty for none
     */
    public record UnauthenticatedHost(String name, String reason) implements Serializable {

        private static final int LONGEST = 200;

        public UnauthenticatedHost {
            name = line(name);
            reason = line(reason);
        }

        private static String line(String text) {
            return text == null ? "" : MessageText.shortened(MessageText.line(text), LONGEST);
        }

        private String text() {
            return reason.isEmpty() ? name : name + " (" + reason + ")";
        }
    }

    /** Sets the values that a stored summary lacks. */
    public CheckedHosts {
        notAuthenticated = notAuthenticated == null
                ? List.of()
                : notAuthenticated.stream()
                        .filter(host -> host != null)
                        .limit(MOST)
                        .toList();
        ports = ports == null ? DefaultPorts.NONE : ports;
    }

    /** Creates hosts of which the ports are not known. */
    public CheckedHosts(
            long hosts,
            long authenticated,
            List<UnauthenticatedHost> notAuthenticated,
            long notAuthenticatedTotal,
            boolean loginsKnown,
            long feedSeconds) {
        this(
                hosts,
                authenticated,
                notAuthenticated,
                notAuthenticatedTotal,
                loginsKnown,
                feedSeconds,
                DefaultPorts.NONE,
                0,
                false);
    }

    /** Returns the same for a scan of these ports. */
    CheckedHosts ofPorts(DefaultPorts found) {
        return new CheckedHosts(
                hosts,
                authenticated,
                notAuthenticated,
                notAuthenticatedTotal,
                loginsKnown,
                feedSeconds,
                found,
                neededFeed,
                reportsExpected);
    }

    /** Returns the same for findings that a scanner with an older plugin feed than that may not find. */
    CheckedHosts needing(Optional<Instant> feed) {
        return new CheckedHosts(
                hosts,
                authenticated,
                notAuthenticated,
                notAuthenticatedTotal,
                loginsKnown,
                feedSeconds,
                ports,
                feed.map(Instant::getEpochSecond).orElse(0L),
                reportsExpected);
    }

    /** Returns the same for a record after which the next scan should report on its hosts, or need not. */
    CheckedHosts expectingReports(boolean expected) {
        return new CheckedHosts(
                hosts,
                authenticated,
                notAuthenticated,
                notAuthenticatedTotal,
                loginsKnown,
                feedSeconds,
                ports,
                neededFeed,
                expected);
    }

    /** Returns the same for a feed of that time. */
    public CheckedHosts ofFeed(Optional<Instant> time) {
        return ofFeed(time.map(Instant::getEpochSecond).orElse(0L));
    }

    /** Returns the same, without the time of the feed if the version that a scanner reports is not understood. */
    CheckedHosts ofOddFeed(boolean odd) {
        return odd ? ofFeed(ODD_FEED) : this;
    }

    private CheckedHosts ofFeed(long seconds) {
        return new CheckedHosts(
                hosts,
                authenticated,
                notAuthenticated,
                notAuthenticatedTotal,
                loginsKnown,
                seconds,
                ports,
                neededFeed,
                reportsExpected);
    }

    /** Returns whether a scanner reports a version of the plugin feed that is not understood. */
    boolean feedOdd() {
        return feedSeconds == ODD_FEED;
    }

    /** Returns the time of the plugin feed that the scanner used, if it is known. */
    public Optional<Instant> pluginFeed() {
        return time(feedSeconds);
    }

    /** Returns the time of the plugin feed that a scanner must have to find the findings of the record again, if it is known. */
    public Optional<Instant> feedNeeded() {
        return time(neededFeed);
    }

    private static Optional<Instant> time(long seconds) {
        return seconds > 0 && seconds <= Instant.MAX.getEpochSecond()
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    /** Returns the sentences about these hosts for the build log and the page: none if all logins worked. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (notAuthenticatedTotal > 0) {
            String first = notAuthenticated.stream()
                    .limit(IN_SENTENCE)
                    .map(UnauthenticatedHost::text)
                    .collect(Collectors.joining("; "));
            long more = notAuthenticatedTotal - Math.min(notAuthenticated.size(), IN_SENTENCE);
            sentences.add("The scanner did not log in to " + Digits.grouped(notAuthenticatedTotal) + " of "
                    + Digits.grouped(hosts) + " hosts, so local checks did not run there"
                    + (first.isEmpty()
                            ? ""
                            : ": " + first + (more > 0 ? "; and " + Digits.grouped(more) + " more" : ""))
                    + ".");
        }
        return sentences;
    }
}
