package io.jenkins.plugins.securitycenter.suppression;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A suppression file: YAML with a list of rules.
 *
 * @param name the path of the file in messages
 * @param text the content
 */
public record SuppressionFile(String name, String text, List<SuppressionRule> rules) {

    /** The maximum size of a file in bytes. */
    public static final int MOST_BYTES = 1024 * 1024;

    static final int MOST_RULES = 1_000;

    /** A file without rules. */
    public static final SuppressionFile NONE = new SuppressionFile("", "", List.of());

    public SuppressionFile {
        rules = List.copyOf(rules);
    }

    /**
     * Parses the content of a file.
     *
     * @param name the path of the file in messages
     * @throws IllegalArgumentException with one sentence for the user that names the line and the column
     */
    public static SuppressionFile parse(String name, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new IllegalArgumentException("suppressions \"" + name + "\" is larger than 1 MB; use fewer rules.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return parse(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "suppressions \"" + name + "\" is not valid UTF-8; save the file in UTF-8.", e);
        }
    }

    /** Returns the rules of this file that the other file does not contain. */
    public List<SuppressionRule> without(SuppressionFile other) {
        return rules.stream()
                .filter(rule -> other.rules.stream().noneMatch(rule::same))
                .toList();
    }

    private static SuppressionFile parse(String name, String text) {
        YamlSource source = new YamlSource(name, text);
        return new SuppressionFile(name, text, new SuppressionParser(source).rules());
    }
}
