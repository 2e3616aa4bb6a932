package io.jenkins.plugins.securitycenter.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Converts enumeration constants to the lower-case words in parameters, and back, ignoring case. */
public final class Word {

    private Word() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the trimmed word, or the word of a default if it is blank. */
    public static String given(String word, Enum<?> otherwise) {
        return word == null || word.isBlank() ? of(otherwise) : word.trim();
    }

    /** Returns all words of the enumeration. */
    public static String[] all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::of).toArray(String[]::new);
    }

    /**
     * Parses a word.
     *
     * @param parameter the name of the parameter in messages
     * @throws IllegalArgumentException if the word is unknown, with a message that lists the allowed words
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
