package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns of the CSV export. A column has the name of the field in JSON Lines, such as {@code severity} or {@code
 * ip}; fields that are named by the object around them have its name, such as {@code pluginId}.
 */
public enum CsvColumn {
    CHANGE(recorded -> recorded.state().word()),
    SEVERITY(recorded -> recorded.finding().severity().label()),
    PLUGIN_ID(new OfPlugin(Plugin::id)),
    PLUGIN_NAME(new OfPlugin(Plugin::name)),
    FAMILY(new OfPlugin(Plugin::family)),
    IP(recorded -> recorded.finding().host().ip()),
    DNS_NAME(recorded -> recorded.finding().host().dnsName()),
    NETBIOS_NAME(recorded -> recorded.finding().host().netbiosName()),
    UUID(recorded -> recorded.finding().host().uuid()),
    URL(recorded -> recorded.finding().host().url()),
    PORT(recorded -> Integer.toString(recorded.finding().port())),
    PROTOCOL(recorded -> recorded.finding().protocol()),
    REPOSITORY(recorded -> recorded.finding().repository().name()),
    EXPLOIT_AVAILABLE(recorded -> flag(recorded.finding().risk().exploit())),
    CVSS(recorded -> score(recorded.finding().risk().cvss())),
    VPR(recorded -> score(recorded.finding().risk().vpr())),
    ACCEPTED(recorded -> Boolean.toString(recorded.finding().risk().accepted())),
    RECAST(recorded -> Boolean.toString(recorded.finding().risk().recast())),
    FIRST_SEEN(recorded -> time(recorded.finding().firstSeen())),
    LAST_SEEN(recorded -> time(recorded.finding().lastSeen())),
    CVES(new OfPlugin(plugin -> String.join(" ", plugin.cves()))),
    SEE_ALSO(new OfPlugin(plugin -> String.join(" ", plugin.seeAlso()))),
    SYNOPSIS(new OfPlugin(Plugin::synopsis)),
    DESCRIPTION(new OfPlugin(Plugin::description)),
    SOLUTION(new OfPlugin(Plugin::solution)),
    OUTPUT(recorded -> recorded.finding().output()),
    FINGERPRINT(recorded -> Fingerprint.text(Fingerprint.of(recorded.finding()))),
    SUPPRESSED_UNTIL(recorded -> date(recorded.suppression().map(Suppression::until))),
    SUPPRESSION_REASON(
            recorded -> recorded.suppression().map(Suppression::reason).orElse("")),
    KNOWN_EXPLOITED(new OfPlugin(plugin -> flag(plugin.listedByCisa()))),
    CISA_DUE_DATE(new OfPlugin(plugin -> date(plugin.cisaDueDate()))),
    EPSS(recorded -> score(recorded.finding().risk().epssPercent())),
    CVSS_VERSION(recorded -> version(recorded.finding().risk().cvssVersion())),
    PATCH_PUBLISHED(new OfPlugin(plugin -> time(plugin.patchPublished()))),
    DUE_DATE(recorded -> date(recorded.dueDate())),
    OVERDUE(recorded -> Boolean.toString(recorded.overdue())),
    /** The same in all lines: whether the scan is partial. */
    PARTIAL_SCAN(recorded -> ""),
    SUPPRESSED(recorded -> Boolean.toString(recorded.suppressed())),
    SUPPRESSION_RULE(recorded -> recorded.suppression().map(Suppression::rule).orElse("")),
    ACCEPTED_COMMENT(recorded -> recorded.finding().risk().acceptedComment()),
    CHECK_TYPE(new OfPlugin(plugin -> EnumWords.of(plugin.checkType()))),
    XREFS(new OfPlugin(plugin -> String.join(" ", plugin.xrefs()))),
    REPOSITORY_ID(recorded -> recorded.finding().repository().id()),
    UNIQUENESS(recorded -> recorded.finding().host().uniqueness());

    /** The columns of a file for which none are chosen. */
    public static final List<CsvColumn> DEFAULT = List.of(values()).subList(0, PARTIAL_SCAN.ordinal() + 1);

    private static final String PARAMETER = "exports.csvColumns";

    /** A value that all findings of a plugin have. */
    private record OfPlugin(Function<Plugin, String> value) implements Function<RecordedFinding, String> {

        @Override
        public String apply(RecordedFinding recorded) {
            return value.apply(recorded.finding().plugin());
        }
    }

    private final Function<RecordedFinding, String> value;

    CsvColumn(Function<RecordedFinding, String> value) {
        this.value = value;
    }

    /**
     * Parses the names of columns, separated by commas or line breaks, ignoring case.
     *
     * @return {@link #DEFAULT} if there are none
     * @throws IllegalArgumentException if a name is unknown or occurs twice, with a message for the user
     */
    public static List<CsvColumn> parse(String names) {
        List<CsvColumn> columns = Stream.of(names.split("[,\r\n]"))
                .filter(name -> !name.isBlank())
                .map(name -> EnumWords.parse(CsvColumn.class, PARAMETER, name))
                .toList();
        for (CsvColumn column : columns) {
            if (columns.indexOf(column) != columns.lastIndexOf(column)) {
                throw new IllegalArgumentException(
                        PARAMETER + " contains \"" + EnumWords.of(column) + "\" twice; name it once.");
            }
        }
        return columns.isEmpty() ? DEFAULT : columns;
    }

    /** @param partial whether the scan is partial */
    String of(RecordedFinding recorded, boolean partial) {
        return this == PARTIAL_SCAN ? Boolean.toString(partial) : value.apply(recorded);
    }

    /** Returns the value for all findings of a plugin; empty if it depends on more than the plugin. */
    Optional<String> of(Plugin plugin) {
        return value instanceof OfPlugin shared ? Optional.of(shared.value.apply(plugin)) : Optional.empty();
    }

    private static String score(OptionalDouble score) {
        return score.isPresent() ? Double.toString(score.getAsDouble()) : "";
    }

    private static String flag(Optional<Boolean> flag) {
        return flag.map(known -> Boolean.toString(known)).orElse("");
    }

    private static String version(int version) {
        return version == 0 ? "" : Integer.toString(version);
    }

    private static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }
}
