package io.jenkins.plugins.securitycenter.client.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from external text, such as an error message that repeats a header, even if they are escaped there. A
 * very short secret occurs in many words, where it reveals nothing. Only a text that contains it as a separate word is
 * hidden, and then completely, because a mask within a sentence would reveal the secret.
 */
public final class Redaction implements UnaryOperator<String> {

    private static final String MASK = "****";
    private static final String LEFT_OUT = "the message is hidden because it contains the password";

    /** Shorter secrets occur in many words. */
    private static final int SHORT = 4;

    /** The forms of characters that have a name or a short escape. */
    private static final Map<String, List<String>> OTHER_FORMS = Map.of(
            "&", List.of("&amp;"),
            "<", List.of("&lt;"),
            ">", List.of("&gt;"),
            "\"", List.of("&quot;", "\\\\\""),
            "'", List.of("&apos;", "\\\\'"),
            "\\", List.of("\\\\\\\\"),
            "/", List.of("\\\\/"),
            " ", List.of("\\+"));

    private final List<String> secrets;
    private volatile @Nullable List<SecretPattern> patterns;

    public Redaction(List<String> secrets) {
        // responses are trimmed
        this.secrets = secrets.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                // a mask within a longer secret would leave the rest of it
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    @Override
    public String apply(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String clean = text;
        for (SecretPattern secret : patterns()) {
            if (!secret.isShort()) {
                clean = secret.pattern().matcher(clean).replaceAll(MASK);
            } else if (secret.pattern().matcher(text).find()) {
                return LEFT_OUT;
            }
        }
        return clean;
    }

    /** Compiles the patterns when they are needed, because most responses have no message. */
    private List<SecretPattern> patterns() {
        List<SecretPattern> present = patterns;
        if (present == null) {
            present = secrets.stream().map(SecretPattern::of).toList();
            patterns = present;
        }
        return present;
    }

    private record SecretPattern(Pattern pattern, boolean isShort) {

        static SecretPattern of(String secret) {
            boolean small = secret.length() < SHORT;
            String forms = forms(secret);
            String word = "(?<![\\p{L}\\p{N}])(?:" + forms + ")(?![\\p{L}\\p{N}])";
            return new SecretPattern(Pattern.compile(small ? word : forms), small);
        }
    }

    /**
     * Returns a regular expression for the spellings of a secret: as it is, and escaped for JSON, HTML or URLs, because
     * a message may repeat the request in which it was sent.
     */
    private static String forms(String secret) {
        return secret.codePoints().mapToObj(Redaction::formsOf).collect(Collectors.joining());
    }

    private static String formsOf(int code) {
        String character = Character.toString(code);
        List<String> forms = new ArrayList<>(List.of(Pattern.quote(character)));
        forms.add("(?i:%" + HexFormat.ofDelimiter("%").formatHex(character.getBytes(StandardCharsets.UTF_8)) + ")");
        forms.add(character
                .chars()
                .mapToObj(unit -> "\\\\u(?i:" + HexFormat.of().toHexDigits((char) unit) + ")")
                .collect(Collectors.joining()));
        forms.add("&#0*" + code + ";");
        forms.add("(?i:&#x0*" + Integer.toHexString(code) + ";)");
        forms.addAll(OTHER_FORMS.getOrDefault(character, List.of()));
        return "(?:" + String.join("|", forms) + ")";
    }
}
