package io.jenkins.plugins.securitycenter.model;

import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plugin that reported a finding, as described in findings. Values that the server did not send are empty.
 *
 * @param xrefs references to catalogues such as {@code CWE:200}, each with its type and value separated by a colon
 * @param patchPublished when the vendor published a patch
 * @param unknown the fields that the server did not send; their values are empty without saying that there are none
 */
public record Plugin(
        String id,
        String name,
        String family,
        String synopsis,
        String description,
        String solution,
        List<String> cves,
        List<String> seeAlso,
        CheckType checkType,
        List<String> xrefs,
        Optional<Instant> patchPublished,
        Set<Field> unknown) {

    /** How a plugin checks a host; field {@code checkType} of a finding. */
    public enum CheckType {
        /** Over the network. */
        REMOTE,
        /** On the host, after a login or by an agent. */
        LOCAL,
        /** From the results of other plugins. */
        SUMMARY,
        /** Another word, or none. */
        UNKNOWN;

        static CheckType of(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    /** A field that a server may not send. The order is that of the stored files. */
    public enum Field {
        XREF("xref"),
        CVE("cve"),
        PATCH_DATE("patchPubDate");

        private final String apiName;

        Field(String apiName) {
            this.apiName = apiName;
        }

        private static Set<Field> missing(Attributes attributes) {
            return Arrays.stream(values())
                    .filter(field -> !attributes.has(field.apiName))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** The fields that are read, by their API names; the first identifies the plugin. */
    static final List<String> FIELDS = List.of(
            "pluginID",
            "pluginName",
            "name",
            "family",
            "synopsis",
            "description",
            "solution",
            "cve",
            "seeAlso",
            "checkType",
            "xref",
            "patchPubDate");

    private static final String CISA = "CISA-KNOWN-EXPLOITED:";

    private static final DateTimeFormatter CISA_DATE =
            DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The last year that can be exported. */
    private static final int LAST_YEAR = 9999;

    static final Plugin NONE = ofId("");

    public Plugin {
        cves = List.copyOf(cves);
        seeAlso = List.copyOf(seeAlso);
        xrefs = List.copyOf(xrefs);
        unknown = Set.copyOf(unknown);
    }

    /** Creates a plugin whose fields the server sent. */
    public Plugin(
            String id,
            String name,
            String family,
            String synopsis,
            String description,
            String solution,
            List<String> cves,
            List<String> seeAlso,
            CheckType checkType,
            List<String> xrefs,
            Optional<Instant> patchPublished) {
        this(
                id,
                name,
                family,
                synopsis,
                description,
                solution,
                cves,
                seeAlso,
                checkType,
                xrefs,
                patchPublished,
                Set.of());
    }

    /** Returns a plugin of which only the id is known. */
    public static Plugin ofId(String id) {
        return new Plugin(
                id,
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                CheckType.UNKNOWN,
                List.of(),
                Optional.empty(),
                EnumSet.allOf(Field.class));
    }

    /** Returns this plugin without its long descriptions. */
    public Plugin brief() {
        return new Plugin(id, name, family, "", "", "", cves, List.of(), checkType, xrefs, patchPublished, unknown);
    }

    /** Returns this plugin without its long descriptions, except the beginning of its solution. */
    public Plugin withSolution(int length) {
        String start = TextSanitizer.limit(solution, length);
        return new Plugin(id, name, family, "", "", start, cves, List.of(), checkType, xrefs, patchPublished, unknown);
    }

    /** Returns whether it is known that CISA lists a vulnerability of this plugin as known to be exploited. */
    public boolean knownExploited() {
        return xrefs.stream().anyMatch(Plugin::ofCisa);
    }

    /** Returns whether CISA lists a vulnerability of this plugin; empty if the server does not send references. */
    public Optional<Boolean> listedByCisa() {
        return knownExploited() || !unknown.contains(Field.XREF) ? Optional.of(knownExploited()) : Optional.empty();
    }

    /** Returns the earliest date by which CISA requires a fix; empty if there is no valid date. */
    public Optional<LocalDate> cisaDueDate() {
        return cisaDates().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** Returns whether CISA requires a fix by a date that is missing or not valid, besides any valid ones. */
    public boolean cisaDateUnknown() {
        return cisaDates().anyMatch(Optional::isEmpty);
    }

    /** Returns the date of each of CISA's entries; empty for one without a valid date. */
    private Stream<Optional<LocalDate>> cisaDates() {
        return xrefs.stream()
                .filter(Plugin::ofCisa)
                .map(xref -> date(xref.substring(Math.min(xref.length(), CISA.length()))));
    }

    private static boolean ofCisa(String xref) {
        return (xref + ":").regionMatches(true, 0, CISA, 0, CISA.length());
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip().replace('-', '/'), CISA_DATE))
                    .filter(date -> date.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Plugin of(Attributes attributes) {
        String name = attributes.text("pluginName");
        String family = attributes.object("family").text("name");
        return new Plugin(
                attributes.id("pluginID"),
                name.isEmpty() ? attributes.text("name") : name,
                family.isEmpty() ? attributes.text("family") : family,
                attributes.text("synopsis"),
                attributes.text("description"),
                attributes.text("solution"),
                attributes.exact().texts("cve"),
                attributes
                        .text("seeAlso")
                        .lines()
                        .map(String::trim)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                CheckType.of(attributes.text("checkType")),
                attributes.exact().texts("xref").stream().map(Plugin::xref).toList(),
                attributes.exact().time("patchPubDate"),
                Field.missing(attributes));
    }

    /** Returns the reference with a colon; the API also writes {@code CWE #200}. */
    private static String xref(String text) {
        int colon = text.indexOf(':');
        int hash = text.indexOf('#');
        int end = colon < 0 || hash >= 0 && hash < colon ? hash : colon;
        return end < 0
                ? text
                : text.substring(0, end).strip() + ":" + text.substring(end + 1).strip();
    }
}
