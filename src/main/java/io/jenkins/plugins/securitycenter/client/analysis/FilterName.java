package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.model.ScanTarget;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filters for findings as users name them, with their names and value formats in SecurityCenter. */
enum FilterName {
    SEVERITY("severity", "severity", "severities such as High,Critical", FilterName::severity),
    PLUGIN("plugin", "pluginID", "plugin IDs such as 19506", part -> matching("\\d+", part)),
    FAMILY(
            "family",
            "family",
            "names or IDs of plugin families, but not 0, which matches nothing",
            part -> matching("(?!0+$).+", part)),
    HOST(
            "host",
            "ip",
            "addresses, ranges and networks, or host names, but not both",
            part -> ScanTarget.parse(part).text()),
    PORT("port", "port", "ports from 0 to 65535 such as 80,443", FilterName::port),
    PROTOCOL("protocol", "protocol", "TCP, UDP or ICMP", FilterName::protocol),
    REPOSITORY("repository", "repository", "names or IDs of repositories", UnaryOperator.identity()),
    ASSET("asset", "asset", "the name or ID of one asset list", UnaryOperator.identity()),
    CVE("cve", "cveID", "CVEs such as CVE-2021-44228", part -> matching("CVE-\\d{4}-\\d{4,}", upper(part))),
    EXPLOIT("exploitAvailable", "exploitAvailable", "true or false", part -> matching("true|false", lower(part))),
    CVSS("cvss", "cvssV3BaseScore", "a minimum CVSS 3 score such as 7, or a range such as 4-6.9", Scores::range),
    VPR("vpr", "vprScore", "a minimum VPR such as 7, or a range such as 4-6.9", Scores::range),
    SEEN("seenWithinDays", "lastSeen", "a number of days such as 30", part -> "0:" + matching("[1-9]\\d{0,4}", part));

    private static final Map<String, String> PROTOCOLS = Map.of("ICMP", "1", "TCP", "6", "UDP", "17");
    private static final int HIGHEST_PORT = 65_535;

    private final String word;
    private final String apiName;
    private final String allowed;
    private final UnaryOperator<String> value;

    FilterName(String word, String apiName, String allowed, UnaryOperator<String> value) {
        this.word = word;
        this.apiName = apiName;
        this.allowed = allowed;
        this.value = value;
    }

    static Optional<FilterName> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** Returns the usual name of the filter in SecurityCenter. */
    String apiName() {
        return apiName;
    }

    /** Returns the name of the filter in SecurityCenter for these values. */
    String apiName(List<String> parts) {
        return this == HOST && ScanTarget.parse(parts.get(0)).named() ? "dnsName" : apiName;
    }

    /**
     * Returns the values in the format of SecurityCenter.
     *
     * @throws IllegalArgumentException with a sentence for users if a value is invalid
     */
    List<String> values(List<String> parts) {
        try {
            List<String> values = parts.stream().map(value).toList();
            boolean single = this == ASSET || this == EXPLOIT || this == CVSS || this == VPR || this == SEEN;
            if (!values.isEmpty() && (values.size() == 1 || !single) && !mixed(parts)) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(parts, e);
        }
        throw wrong(parts, null);
    }

    private boolean mixed(List<String> parts) {
        return this == HOST
                && parts.stream()
                                .map(part -> ScanTarget.parse(part).named())
                                .distinct()
                                .count()
                        > 1;
    }

    private IllegalArgumentException wrong(List<String> parts, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "Filter " + word + " \"" + String.join(",", parts) + "\" is not valid; use " + allowed + ".", cause);
    }

    private static String severity(String part) {
        return part.matches("[0-4]")
                ? part
                : Integer.toString(Severity.parse(part).id());
    }

    private static String port(String part) {
        if (Integer.parseInt(matching("\\d{1,5}", part)) > HIGHEST_PORT) {
            throw new IllegalArgumentException(part);
        }
        return part;
    }

    private static String protocol(String part) {
        String number = PROTOCOLS.get(upper(part));
        return number == null ? matching(String.join("|", PROTOCOLS.values()), part) : number;
    }

    private static String matching(String pattern, String part) {
        if (!Pattern.matches(pattern, part)) {
            throw new IllegalArgumentException(part);
        }
        return part;
    }

    private static String upper(String part) {
        return part.toUpperCase(Locale.ROOT);
    }

    private static String lower(String part) {
        return part.toLowerCase(Locale.ROOT);
    }

    /** Parses scores from 0 to 10. */
    private static final class Scores {

        private static final Pattern RANGE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:\\s*-\\s*(\\d+(?:\\.\\d+)?))?");
        private static final double HIGHEST = 10;

        static String range(String part) {
            var range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new IllegalArgumentException(part);
            }
            String last = range.group(2) == null ? "10" : range.group(2);
            if (Double.parseDouble(last) > HIGHEST || Double.parseDouble(range.group(1)) > Double.parseDouble(last)) {
                throw new IllegalArgumentException(part);
            }
            return range.group(1) + "-" + last;
        }
    }
}
