package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.gate.QualityVerdict.Condition;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The quality that a scan must have for its findings to be trusted. A condition is violated if its value is worse than
 * the limit or unknown.
 *
 * @param authenticatedHosts minimum percentage of the scanned hosts that the scanner logged in to; 0 for no condition
 * @param scannedTargets minimum percentage of the addresses of the scan at which a host responded; 0 for no condition
 * @param pluginFeedDays maximum age of the plugin feed in days; 0 for no condition
 * @param result effect of a violation on the build
 */
public record ScanQuality(double authenticatedHosts, double scannedTargets, int pluginFeedDays, Gate.Result result) {

    public static final NumberRule AUTHENTICATED_HOSTS = percentage("authenticatedHosts");
    public static final NumberRule SCANNED_TARGETS = percentage("scannedTargets");
    public static final NumberRule PLUGIN_FEED_DAYS = NumberRule.whole(
            "pluginFeedDays", 0, 3_650, "use a whole number of days from 1 to 3650, or 0 to allow any age.");

    /** Requires nothing. */
    public static final ScanQuality ANY = new ScanQuality(0, 0, 0, Gate.Result.UNSTABLE);

    /** The results that a violation can have. */
    public static final List<Gate.Result> RESULTS = List.of(Gate.Result.UNSTABLE, Gate.Result.FAILURE);

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final int HUNDRED = 100;

    /** @throws IllegalArgumentException if a limit is out of range; the message names the allowed range */
    public ScanQuality {
        AUTHENTICATED_HOSTS.check(authenticatedHosts);
        SCANNED_TARGETS.check(scannedTargets);
        PLUGIN_FEED_DAYS.check(pluginFeedDays);
        Objects.requireNonNull(result);
    }

    /**
     * Parses a result that a user entered, ignoring case.
     *
     * @throws IllegalArgumentException if it is unknown; the message lists the allowed values
     */
    public static Gate.Result result(String text) {
        return EnumWords.parse(RESULTS, EnumWords::of, "scanQuality.result", text);
    }

    /** Returns the verdicts on all conditions that are set. */
    public List<QualityVerdict> judge(ScanFacts facts, Instant now) {
        List<QualityVerdict> verdicts = new ArrayList<>();
        if (authenticatedHosts > 0) {
            verdicts.add(logins(facts.checked()));
        }
        if (scannedTargets > 0) {
            verdicts.add(targets(facts));
        }
        if (pluginFeedDays > 0) {
            verdicts.add(feed(facts, now));
        }
        return verdicts;
    }

    /** Returns whether {@link #judge} needs the plugin feed of the server, because the scan does not report its own. */
    public boolean needsServerFeed(CheckedHosts checked) {
        return pluginFeedDays > 0 && checked.pluginFeed().isEmpty() && !checked.feedOdd();
    }

    private QualityVerdict logins(CheckedHosts checked) {
        if (checked.hosts() <= 0) {
            return logins(true, "It is unknown whether the scanner could log in, because no scanned host is known");
        }
        if (!checked.loginsKnown()) {
            return logins(
                    true,
                    "It is unknown how many hosts the scanner logged in to, because the scan does not"
                            + " report its logins");
        }
        return logins(
                !reaches(checked.authenticated(), checked.hosts(), authenticatedHosts),
                "The scanner logged in to " + share(checked.authenticated(), checked.hosts(), "host", "hosts"));
    }

    private QualityVerdict logins(boolean violated, String text) {
        return percentage(Condition.AUTHENTICATED_HOSTS, authenticatedHosts, violated, text);
    }

    private QualityVerdict targets(ScanFacts facts) {
        if (!facts.singleScan()) {
            return targets(
                    true,
                    "It is unknown how many addresses were reached, because the findings do not come from a"
                            + " single scan");
        }
        if (facts.reached().isEmpty() || facts.addresses().orElse(0) <= 0) {
            return targets(
                    true,
                    "It is unknown how many addresses were reached, because SecurityCenter does not report"
                            + " it for this scan");
        }
        long reached = facts.reached().getAsLong();
        long addresses = facts.addresses().getAsLong();
        return targets(
                !reaches(reached, addresses, scannedTargets),
                "The scan reached " + share(reached, addresses, "address", "addresses"));
    }

    private QualityVerdict targets(boolean violated, String text) {
        return percentage(Condition.SCANNED_TARGETS, scannedTargets, violated, text);
    }

    private QualityVerdict percentage(Condition condition, double limit, boolean violated, String text) {
        return QualityVerdict.of(
                condition, limit, violated, result, text + ", at least " + plain(limit) + " % required");
    }

    private QualityVerdict feed(ScanFacts facts, Instant now) {
        if (facts.checked().feedOdd()) {
            return feed(
                    true,
                    "The age of the plugin feed of the scanner is unknown, because its version is not understood");
        }
        Optional<Instant> own = facts.checked().pluginFeed();
        Optional<Instant> feed = own.or(facts::serverFeed);
        if (feed.isEmpty()) {
            return feed(
                    true,
                    "The age of the plugin feed is unknown, because neither the scan nor SecurityCenter"
                            + " reports its date");
        }
        String which = own.isPresent() ? "of the scanner" : "of SecurityCenter (the scan does not report its own)";
        Duration age = Duration.between(feed.get(), now);
        if (age.compareTo(CLOCKS_DIFFER.negated()) < 0) {
            return feed(
                    true,
                    "The age of the plugin feed " + which + " is unknown, because its date is in the future ("
                            + feed.get() + ")");
        }
        BigDecimal days = BigDecimal.valueOf(Math.max(0, age.toMillis()))
                .divide(BigDecimal.valueOf(Duration.ofDays(1).toMillis()), 1, RoundingMode.UP);
        return feed(
                age.compareTo(Duration.ofDays(pluginFeedDays)) > 0,
                "The plugin feed " + which + " is " + plain(days) + (plain(days).equals("1") ? " day" : " days")
                        + " old");
    }

    private QualityVerdict feed(boolean violated, String text) {
        return QualityVerdict.of(
                Condition.PLUGIN_FEED_DAYS,
                pluginFeedDays,
                violated,
                result,
                text + ", at most " + Digits.counted(pluginFeedDays, "day") + " allowed");
    }

    /** Compares without rounding. */
    private static boolean reaches(long part, long whole, double limit) {
        return BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(HUNDRED))
                        .compareTo(BigDecimal.valueOf(limit).multiply(BigDecimal.valueOf(whole)))
                >= 0;
    }

    /** Returns for example {@code 19 of 20 hosts (95 %)}; the percentage is rounded down. */
    private static String share(long part, long whole, String one, String many) {
        BigDecimal percentage = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(HUNDRED))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN);
        return Digits.grouped(part) + " of " + Digits.counted(whole, one, many) + " (" + plain(percentage) + " %)";
    }

    private static String plain(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static NumberRule percentage(String field) {
        return new NumberRule(
                field, 0, HUNDRED, false, "use a percentage above 0 and up to 100, or 0 to skip this condition.");
    }
}
