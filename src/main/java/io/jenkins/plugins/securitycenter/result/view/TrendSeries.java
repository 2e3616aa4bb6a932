package io.jenkins.plugins.securitycenter.result.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A number that a trend shows of each build.
 *
 * @param kind a severity in lower case, {@code new}, {@code fixed}, {@code authenticated} or {@code unauthenticated}
 * @param severity null if the number is not that of a severity
 * @param number empty if the number of a build is unknown
 */
public record TrendSeries(String kind, @CheckForNull Severity severity, Function<TrendPoint, OptionalLong> number) {

    static final TrendSeries NEW = compared("new", StateCounts::added);
    static final TrendSeries FIXED = compared("fixed", StateCounts::fixed);
    static final TrendSeries AUTHENTICATED = hosts("authenticated", true);
    static final TrendSeries UNAUTHENTICATED = hosts("unauthenticated", false);

    /** Returns a series for each severity, the most severe first. */
    static List<TrendSeries> severities(boolean info, Function<StateCounts, Totals> part) {
        return Severity.descending().stream()
                .filter(severity -> info || severity != Severity.INFO)
                .map(severity -> new TrendSeries(
                        EnumWords.of(severity),
                        severity,
                        point -> number(point.counts().map(part).map(totals -> totals.count(severity)))))
                .toList();
    }

    private static TrendSeries compared(String kind, Function<StateCounts, Totals> part) {
        return new TrendSeries(
                kind,
                null,
                point -> number(
                        point.counts().filter(StateCounts::compared).map(part).map(Totals::total)));
    }

    private static TrendSeries hosts(String kind, boolean authenticated) {
        return new TrendSeries(
                kind,
                null,
                point -> number(Optional.of(point.checked())
                        .filter(hosts -> point.counts().isPresent() && hosts.loginsKnown())
                        .map(hosts -> authenticated
                                ? hosts.authenticated()
                                : Math.max(0, hosts.hosts() - hosts.authenticated()))));
    }

    private static OptionalLong number(Optional<Long> number) {
        return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
    }

    public String label() {
        return switch (kind) {
            case "new" -> Messages.TrendSeries_new();
            case "fixed" -> Messages.TrendSeries_fixed();
            case "authenticated" -> Messages.TrendSeries_authenticated();
            case "unauthenticated" -> Messages.TrendSeries_unauthenticated();
            default -> severity == null ? kind : severity.label();
        };
    }

    /** Returns why the number of a build may be unknown. */
    public String unknown() {
        return switch (kind) {
            case "new", "fixed" -> Messages.TrendSeries_notCompared();
            case "authenticated", "unauthenticated" -> Messages.TrendSeries_loginsUnknown();
            default -> Messages.TrendSeries_unknown();
        };
    }

    /** Returns whether the number of a build is known. */
    public boolean knows(TrendPoint point) {
        return number.apply(point).isPresent();
    }

    /** Returns the number of a build for display; empty if it is unknown. */
    public String text(TrendPoint point) {
        OptionalLong known = number.apply(point);
        return known.isPresent() ? PageNumbers.grouped(known.getAsLong()) : "";
    }

    /** Returns the number of a build; 0 if it is unknown. */
    long length(TrendPoint point) {
        return number.apply(point).orElse(0);
    }
}
