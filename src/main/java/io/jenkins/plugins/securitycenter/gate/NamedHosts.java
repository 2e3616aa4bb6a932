package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.LoginReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of at most {@value #MOST} hosts of a scan, or all of its hosts if they are listed, and why the scan did not log
 * in to them. Hosts are numbered from 0 in the order in which they are added. Not thread-safe.
 */
final class NamedHosts {

    static final int MOST = 10_000;

    private record Reason(int order, String text) {}

    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Reason> reasons = new HashMap<>();
    private final List<ScannedHost> listed = new ArrayList<>();
    private boolean listing;

    /** Lists all hosts that are added from now on. */
    void list() {
        listing = true;
    }

    /** Adds the host of a row of the scan. */
    void add(int number, Finding row) {
        if (names.size() < MOST) {
            names.put(number, row.host().label());
        }
        if (listing) {
            listed.add(new ScannedHost(row.repository(), row.host(), Optional.empty(), ""));
        }
    }

    /** Adds what a row says about the login to its host. */
    void add(int number, LoginReport report, Finding row) {
        boolean worked = report == LoginReport.AVAILABLE || report == LoginReport.VALID;
        if (!worked && (listing || names.containsKey(number))) {
            reasons.merge(number, new Reason(report.ordinal(), LoginReport.reason(row)), NamedHosts::better);
        }
    }

    private static Reason better(Reason one, Reason other) {
        Comparator<Reason> order = Comparator.comparingInt(Reason::order).thenComparing(Reason::text);
        return order.compare(one, other) <= 0 ? one : other;
    }

    Optional<String> name(int number) {
        return Optional.ofNullable(names.get(number));
    }

    /** Returns why the scan did not log in to the host; empty if no row says so. */
    Optional<String> reason(int number) {
        return Optional.ofNullable(reasons.get(number)).map(Reason::text);
    }

    /** Returns the listed hosts, without anything about logins. */
    List<ScannedHost> listed() {
        return listed;
    }
}
