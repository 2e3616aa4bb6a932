package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.gate.CheckedHosts.UnauthenticatedHost;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.LoginReport;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ScanInformation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the current scan could see on each of its hosts: whether the scan of the host ended, whether it logged in, and
 * its ports. Takes about 29 bytes for each host, and the names of at most {@value NamedHosts#MOST} hosts, unless the hosts are
 * listed. The order of the rows does not matter. Not thread-safe.
 */
public final class HostChecks {

    private static final String CUT_OFF = "the scan of this host did not end";

    private final HostIndex hosts = new HostIndex();
    private final HostStates states = new HostStates();
    private final NamedHosts named = new NamedHosts();
    private final PortRanges ranges = new PortRanges();
    private boolean reported;
    private boolean unreadable;
    private boolean expected;
    private boolean partial;
    private CheckRule rule = CheckRule.SCAN;
    private Optional<Instant> oldestFeed = Optional.empty();
    private Optional<Instant> newestFeed = Optional.empty();
    private boolean oddFeed;
    private Optional<Instant> neededFeed = Optional.empty();

    /** Adds a row of the current scan, or only its host. */
    void add(long host, Finding row) {
        int number = number(host, row);
        if (row.plugin().id().equals(ScanInformation.PLUGIN)) {
            add(number, ScanInformation.of(row.output()));
            return;
        }
        LoginReport.of(row).ifPresent(report -> {
            states.add(number, report);
            named.add(number, report, row);
        });
    }

    private void add(int number, ScanInformation information) {
        reported = true;
        states.end(number, information, ranges.number(information.ports()));
        Optional<Instant> feed = information.pluginFeed();
        oldestFeed = times(oldestFeed, feed).min(Comparator.naturalOrder());
        newestFeed = times(newestFeed, feed).max(Comparator.naturalOrder());
        oddFeed |= information.oddFeed();
    }

    private static Stream<Instant> times(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream);
    }

    /** Keeps all hosts for {@link #hosts()}, which takes memory for their names and addresses. */
    public void listHosts() {
        named.list();
    }

    /** Returns the hosts of the scan in the order in which they were added; none without {@link #listHosts()}. */
    public List<ScannedHost> hosts() {
        boolean known = loginsKnown();
        List<ScannedHost> all = new ArrayList<>();
        for (ScannedHost host : named.listed()) {
            int number = all.size();
            Optional<Boolean> login = known && !states.web(number) ? Optional.of(loggedIn(number)) : Optional.empty();
            String reason = login.orElse(true) ? "" : reason(number);
            all.add(new ScannedHost(host.repository(), host.host(), login, reason));
        }
        return all;
    }

    /** Sets who decides whether a missing finding could have been found; by default, the scan. */
    public void checkedBy(CheckRule who) {
        rule = who;
    }

    /** Records that the scan of the reference reported on its hosts, so that this one should do so too. */
    public void expectReports() {
        expected = true;
    }

    /** Returns whether the scan should report on its hosts, because that of the reference did. */
    public boolean reportsExpected() {
        return expected;
    }

    /** Records that the reports of the scanner on its hosts cannot be read, so nothing is known to be checked. */
    public void reportsUnreadable() {
        unreadable = true;
    }

    public boolean isUnreadable() {
        return unreadable;
    }

    /** Records that the scan is partial, so that it may not have run all checks on a host about which it has no report. */
    public void partial() {
        partial = true;
    }

    /** Returns whether the scan reports on any of its hosts. */
    public boolean reported() {
        return reported;
    }

    /** Sets which findings of the reference were found by scans of the default ports. */
    public void referencePorts(DefaultPorts found) {
        ranges.reference(found);
    }

    /** Sets the time of the plugin feed that a scanner must have to find the findings of the reference; empty if unknown. */
    public void needFeed(Optional<Instant> feedOfReference) {
        neededFeed = feedOfReference;
    }

    /**
     * Returns whether the scan would have found the finding on that current host.
     *
     * @param current whether the finding was current in the reference
     */
    boolean checked(long host, Finding reference, boolean current) {
        return obstacle(host, reference, current) == null;
    }

    /**
     * Returns why the scan could not have found the finding on that current host; null if it could.
     *
     * @param current whether the finding was current in the reference
     */
    @Nullable
    CheckObstacle obstacle(long host, Finding reference, boolean current) {
        if (rule == CheckRule.SERVER) {
            return null;
        }
        if (unreadable || !reported) {
            return unreadable || expected ? CheckObstacle.NOT_REPORTED : withoutReport();
        }
        int number = hosts.first(host);
        if (number == HostIndex.NONE) {
            return CheckObstacle.NOT_SCANNED;
        }
        if (states.web(number)) {
            return withoutReport();
        }
        if (!states.ended(number)) {
            return CheckObstacle.CUT_OFF;
        }
        // A summary may rest on local checks.
        if (reference.plugin().checkType() != Plugin.CheckType.REMOTE && !loggedIn(number)) {
            return CheckObstacle.NO_LOGIN;
        }
        if (!ranges.cover(states.ports(number), reference, current)) {
            return CheckObstacle.PORT;
        }
        return neededFeed.filter(needed -> !states.hasFeed(number, needed)).isPresent() ? CheckObstacle.FEED : null;
    }

    /** Returns what may have kept the scan from a host about which it has no report. */
    private @Nullable CheckObstacle withoutReport() {
        return partial ? CheckObstacle.CUT_OFF : null;
    }

    /**
     * Returns the hosts of the scan.
     *
     * @param remembering whether the record remembers findings that the scan did not find
     */
    public CheckedHosts summary(boolean remembering) {
        Optional<Instant> needed =
                times(newestFeed, remembering ? neededFeed : Optional.empty()).max(Comparator.naturalOrder());
        return summary()
                .before(NextScan.of(ranges.recorded(remembering), needed, unreadable || expected && remembering));
    }

    /** Returns the hosts of the scan, without anything about ports. */
    CheckedHosts summary() {
        if (!loginsKnown()) {
            return new CheckedHosts(states.size(), 0, List.of(), 0, false, 0);
        }
        long authenticated = 0;
        long others = 0;
        List<UnauthenticatedHost> unauthenticated = new ArrayList<>();
        for (int number = 0; number < states.size(); number++) {
            if (loggedIn(number)) {
                authenticated++;
            } else if (!states.web(number)) {
                others++;
                String reason = reason(number);
                named.name(number).ifPresent(name -> unauthenticated.add(new UnauthenticatedHost(name, reason)));
            }
        }
        unauthenticated.sort(
                Comparator.comparing(UnauthenticatedHost::name).thenComparing(UnauthenticatedHost::reason));
        return new CheckedHosts(states.size(), authenticated, unauthenticated, others, true, 0)
                .ofFeed(oldestFeed)
                .ofOddFeed(oddFeed);
    }

    private boolean loginsKnown() {
        return rule == CheckRule.AGENTS || rule == CheckRule.SCAN && reported && !unreadable;
    }

    private String reason(int number) {
        return named.reason(number).orElse(!states.ended(number) ? CUT_OFF : "");
    }

    private boolean loggedIn(int number) {
        return rule == CheckRule.AGENTS ? !states.web(number) : states.loggedIn(number);
    }

    private int number(long host, Finding row) {
        int known = hosts.first(host);
        if (known != HostIndex.NONE) {
            return known;
        }
        named.add(states.size(), row);
        int number = states.add(!row.host().url().isEmpty());
        hosts.add(host, number);
        return number;
    }
}
