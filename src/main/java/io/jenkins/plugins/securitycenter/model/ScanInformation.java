package io.jenkins.plugins.securitycenter.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the scanner reports about the scan of one host when it ends: the output of plugin {@value #PLUGIN}. Untrusted
 * text; what is missing or not understood is unknown.
 *
 * @param login whether the scanner logged in to the host; empty if unknown
 * @param ports {@link ScannedPorts#UNKNOWN} if unknown
 * @param pluginFeed the time of the plugin feed
 * @param oddFeed whether it reports a version of the plugin feed that is not understood
 */
public record ScanInformation(
        Optional<Boolean> login, ScannedPorts ports, Optional<Instant> pluginFeed, boolean oddFeed) {

    /** The ID of the plugin. */
    public static final String PLUGIN = "19506";

    private static final int LONGEST = 100_000;
    private static final String FEED_LINE = "Plugin feed version";
    private static final DateTimeFormatter FEED = DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT);

    /** Reads the output of the plugin. */
    public static ScanInformation of(String output) {
        String text = output.substring(0, Math.min(output.length(), LONGEST));
        Set<String> feeds = values(text, FEED_LINE);
        return new ScanInformation(
                login(value(text, "Credentialed checks"), value(text, "Scan type")),
                ScannedPorts.parse(value(text, "Port range")),
                feeds.stream().flatMap(feed -> time(feed).stream()).min(Comparator.naturalOrder()),
                feeds.stream().anyMatch(feed -> !feed.isEmpty() && time(feed).isEmpty()));
    }

    /**
     * Returns two outputs for the same host as one: the lines that both have, because anything else is not certain, and
     * those about the plugin feed.
     */
    static String merged(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        List<String> lines =
                Stream.of(one, other).sorted().flatMap(String::lines).distinct().toList();
        Set<String> ofOne = one.lines().collect(Collectors.toSet());
        Set<String> ofOther = other.lines().collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> ofOne.contains(line) && ofOther.contains(line)
                        || !values(line, FEED_LINE).isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** An agent runs on the host, so it needs no login. */
    private static Optional<Boolean> login(String checks, String type) {
        if (type.endsWith("agent") || checks.equals("yes") || checks.startsWith("yes ") || checks.startsWith("yes,")) {
            return Optional.of(true);
        }
        return checks.equals("no") || checks.startsWith("no ") ? Optional.of(false) : Optional.empty();
    }

    /** Returns the value of that line in lower case; empty if there is none, or more than one with different values. */
    private static String value(String text, String name) {
        Set<String> values = values(text, name);
        return values.size() == 1 ? values.iterator().next() : "";
    }

    private static Set<String> values(String text, String name) {
        String start = name.toLowerCase(Locale.ROOT);
        return text.lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith(start)
                        && line.substring(start.length()).stripLeading().startsWith(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .collect(Collectors.toSet());
    }

    private static Optional<Instant> time(String feed) {
        try {
            return Optional.of(LocalDateTime.parse(feed, FEED).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
