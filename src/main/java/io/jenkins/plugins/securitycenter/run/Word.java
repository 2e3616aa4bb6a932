package io.jenkins.plugins.securitycenter.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words that users write for the values of an enumeration: lower case, read in any case. */
public final class Word {

    private Word() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The trimmed word, or that of a default instead of a blank one. */
    public static String given(String word, Enum<?> otherwise) {
        return word == null || word.isBlank() ? of(otherwise) : word.trim();
    }

    /** All words of the enumeration. */
    public static String[] all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::of).toArray(String[]::new);
    }

    /**
     * Reads a word.
     *
     * @param parameter what the message calls it
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String parameter, String word) {
        String wanted = word == null ? "" : word.trim();
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown " + parameter + " \"" + wanted + "\". Use " + listed(all(type)) + "."));
    }

    private static String listed(String[] words) {
        int last = words.length - 1;
        return Arrays.stream(words).limit(last).collect(Collectors.joining(", ")) + " or " + words[last];
    }
}
