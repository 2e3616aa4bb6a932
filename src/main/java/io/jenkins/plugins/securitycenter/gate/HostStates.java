package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.LoginReport;
import io.jenkins.plugins.securitycenter.model.ScanInformation;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the scanner said about each host of a scan, by the number of the host. Takes 8 bytes for each host. */
final class HostStates {

    private static final int ENDED = 1;
    private static final int LOGIN = 2;
    private static final int NO_LOGIN = 4;
    private static final int WEB = 8;
    private static final int REPORTS = 4;

    private short[] flags = new short[16];
    private short[] ports = new short[16];
    /** The times of the plugin feeds in minutes since 1970; 0 if unknown. */
    private int[] feeds = new int[16];

    private int size;

    /**
     * Adds a host and returns its number.
     *
     * @param web whether the host was scanned as a web application
     */
    int add(boolean web) {
        if (size == flags.length) {
            flags = Arrays.copyOf(flags, size + size / 2);
            ports = Arrays.copyOf(ports, size + size / 2);
            feeds = Arrays.copyOf(feeds, size + size / 2);
        }
        flags[size] = (short) (web ? WEB : 0);
        return size++;
    }

    int size() {
        return size;
    }

    /**
     * Records that the scan of the host ended.
     *
     * @param range the number of its port range
     */
    void end(int host, ScanInformation information, int range) {
        // Two different ranges: neither is certain.
        boolean same = !ended(host) || ports[host] == range;
        ports[host] = (short) (same ? range : PortRanges.UNKNOWN);
        int feed = information.oddFeed()
                ? 0
                : information.pluginFeed().map(HostStates::minutes).orElse(0);
        feeds[host] = ended(host) ? Math.min(feeds[host], feed) : feed;
        // A report that does not say so is no better than one that denies it.
        flags[host] |= (short) (ENDED | (information.login().orElse(false) ? LOGIN : NO_LOGIN));
    }

    /** Records a report about the login on the host. */
    void add(int host, LoginReport report) {
        flags[host] |= (short) flag(report);
    }

    /** Returns whether the host was scanned as a web application. */
    boolean web(int host) {
        return has(host, WEB);
    }

    /** Returns whether the scan of the host ended. */
    boolean ended(int host) {
        return has(host, ENDED);
    }

    /** Returns the number of the port range of a host. */
    short ports(int host) {
        return ports[host];
    }

    /** Returns whether the scanner of the host had that plugin feed or a newer one, to the minute. */
    boolean hasFeed(int host, Instant needed) {
        return feeds[host] >= minutes(needed);
    }

    private static int minutes(Instant time) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, Math.max(0, time.getEpochSecond() / 60)));
    }

    /** Returns whether the scan of the host ended, and all local checks could run. */
    boolean loggedIn(int host) {
        Set<LoginReport> reports = EnumSet.noneOf(LoginReport.class);
        for (LoginReport report : LoginReport.values()) {
            if (has(host, flag(report))) {
                reports.add(report);
            }
        }
        boolean yes = has(host, LOGIN) && !has(host, NO_LOGIN);
        return ended(host) && LoginReport.loggedIn(Optional.of(yes), reports);
    }

    private boolean has(int host, int flag) {
        return (flags[host] & flag) != 0;
    }

    private static int flag(LoginReport report) {
        return 1 << REPORTS + report.ordinal();
    }
}
