package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.model.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One path of the API.
 *
 * @param path the path with placeholders, for example {@code /scan/{id}/launch}
 * @param methods the methods that it accepts
 * @param purpose a short description
 * @param since the version that introduced it; empty if it always existed or the version is unknown
 * @param evidence the sources from which it is known
 */
public record ApiEntry(
        String path,
        Set<Request.Method> methods,
        String purpose,
        Caller caller,
        String since,
        List<Evidence> evidence) {

    /** The users who can call a path. */
    enum Caller {
        ORGANIZATION("users of an organization"),
        ADMINISTRATOR("administrators"),
        BOTH("users and administrators"),
        DIRECTOR("administrators of a Director"),
        ANYONE("anyone");

        private final String words;

        Caller(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The source from which a path is known. */
    enum Evidence {
        RECORDED("recorded exchange"),
        GUIDE("API guide"),
        CONTENTS("contents of the API guide for 5.19"),
        CHANGELOG("changelog of the API"),
        CLIENT("source of a client"),
        /** Only the name of a documentation page is known; path and methods are inferred from it. */
        NAVIGATION("navigation of the API guide only");

        private final String words;

        Evidence(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern ID = Pattern.compile("-?\\d+|[0-9A-Fa-f-]{32,36}|(?i:CVE)-\\d{4}-\\d+");

    public ApiEntry {
        methods = Set.copyOf(methods);
        evidence = List.copyOf(evidence);
    }

    static ApiEntry of(JsonNode node) {
        Attributes attributes = Attributes.of(node);
        List<Evidence> evidence = new ArrayList<>();
        node.path("evidence").forEach(word -> evidence.add(Evidence.valueOf(upper(word.asText()))));
        List<Request.Method> methods = new ArrayList<>();
        node.path("methods").forEach(word -> methods.add(Request.Method.valueOf(word.asText())));
        return new ApiEntry(
                attributes.text("path"),
                Set.copyOf(methods),
                attributes.text("purpose"),
                Caller.valueOf(upper(attributes.text("caller"))),
                attributes.text("since"),
                evidence);
    }

    /** Returns whether a source contains the path itself, so that it is not inferred. */
    boolean verified() {
        return evidence.stream().anyMatch(one -> one != Evidence.NAVIGATION);
    }

    /** Returns the methods in their usual order. */
    List<Request.Method> orderedMethods() {
        return methods.stream().sorted().toList();
    }

    /** Returns the methods as text. */
    public String methodWords() {
        return orderedMethods().stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Returns whether a path, with or without values for its placeholders, matches this entry. */
    boolean matches(String[] segments) {
        String[] own = path.split("/");
        boolean same = own.length == segments.length;
        for (int i = 0; same && i < own.length; i++) {
            same = own[i].equals(segments[i]) || fills(own[i], segments[i]);
        }
        return same;
    }

    private static boolean fills(String placeholder, String value) {
        Matcher name = PLACEHOLDER.matcher(placeholder);
        return name.matches()
                && (name.group(1).equals("type")
                        || ID.matcher(value).matches()
                        || PLACEHOLDER.matcher(value).matches());
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
