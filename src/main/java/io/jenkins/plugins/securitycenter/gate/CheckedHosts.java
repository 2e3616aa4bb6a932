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
 * @param next what the next scan must have in common with it
 */
public record CheckedHosts(
        long hosts,
        long authenticated,
        List<UnauthenticatedHost> notAuthenticated,
        long notAuthenticatedTotal,
        boolean loginsKnown,
        long feedSeconds,
        NextScan next)
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
        next = next == null ? NextScan.NONE : next;
    }

    /** Creates hosts of which it is not known what the next scan must have. */
    public CheckedHosts(
            long hosts,
            long authenticated,
            List<UnauthenticatedHost> notAuthenticated,
            long notAuthenticatedTotal,
            boolean loginsKnown,
            long feedSeconds) {
        this(hosts, authenticated, notAuthenticated, notAuthenticatedTotal, loginsKnown, feedSeconds, NextScan.NONE);
    }

    /** Returns the same before a scan that must have that. */
    CheckedHosts before(NextScan scan) {
        return new CheckedHosts(
                hosts, authenticated, notAuthenticated, notAuthenticatedTotal, loginsKnown, feedSeconds, scan);
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
                hosts, authenticated, notAuthenticated, notAuthenticatedTotal, loginsKnown, seconds, next);
    }

    /** Returns whether a scanner reports a version of the plugin feed that is not understood. */
    boolean feedOdd() {
        return feedSeconds == ODD_FEED;
    }

    /** Returns the time of the plugin feed that the scanner used, if it is known. */
    public Optional<Instant> pluginFeed() {
        return time(feedSeconds);
    }

    /** Returns which findings of the record were found by scans of the default ports. */
    public DefaultPorts ports() {
        return next.ports();
    }

    /**
     * Returns the time of the plugin feed that a scanner must have to find the findings of the record again, in seconds since
     * 1970; 0 if it is unknown.
     */
    public long neededFeed() {
        return next.feedSeconds();
    }

    /** Returns {@link #neededFeed} if it is known. */
    public Optional<Instant> feedNeeded() {
        return time(neededFeed());
    }

    /** Returns whether the next scan should report on its hosts although this one is not known to. */
    public boolean reportsExpected() {
        return next.reports();
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
