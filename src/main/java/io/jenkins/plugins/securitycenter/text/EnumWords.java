package io.jenkins.plugins.securitycenter.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The words that users write for the values of an enum, in any case: {@code releaseOldest} for RELEASE_OLDEST. */
public final class EnumWords {

    private EnumWords() {}

    public static String of(Enum<?> value) {
        String[] parts = value.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder word = new StringBuilder(parts[0]);
        for (String part : List.of(parts).subList(1, parts.length)) {
            word.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return word.toString();
    }

    /** Returns the word as {@link #spelled} returns it, or the word of the default value if it is blank. */
    public static String given(String word, Enum<?> otherwise) {
        return word == null || word.isBlank()
                ? of(otherwise)
                : spelled(List.of(all(otherwise.getDeclaringClass())), word);
    }

    /**
     * Returns the allowed word that equals the text except for case, or the trimmed text if there is none. A form
     * shows a word that it does not have as its first one, and would store that.
     */
    public static String spelled(Collection<String> allowed, String text) {
        String wanted = text == null ? "" : text.trim();
        return allowed.stream().filter(wanted::equalsIgnoreCase).findFirst().orElse(wanted);
    }

    /** Returns all words of the enum. */
    public static String[] all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(EnumWords::of).toArray(String[]::new);
    }

    /**
     * Parses a word.
     *
     * @param fieldName the name of the field in messages, for example {@code gate type}
     * @throws IllegalArgumentException if the word is unknown, with a message that lists the allowed words
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String fieldName, String text) {
        return parse(List.of(type.getEnumConstants()), EnumWords::of, fieldName, text);
    }

    /**
     * Parses the word of one of the allowed values.
     *
     * @param word returns the word of a value
     * @param fieldName the name of the field in messages, for example {@code severity}
     * @throws IllegalArgumentException if the word is unknown, with a message that lists the allowed words
     */
    public static <T> T parse(Collection<T> allowed, Function<? super T, String> word, String fieldName, String text) {
        String wanted = text == null ? "" : text.trim();
        return allowed.stream()
                .filter(value -> word.apply(value).equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() ->
                        unknown(fieldName, wanted, allowed.stream().map(word).toList()));
    }

    /**
     * Returns the error for an unknown or missing word, for example {@code Unknown kind "x". Use active, agent or web.} or
     * {@code kind is missing; use active, agent or web.}
     */
    public static IllegalArgumentException unknown(String fieldName, String word, Collection<String> allowed) {
        return new IllegalArgumentException(
                word.isEmpty()
                        ? fieldName + " is missing; use " + listed(allowed) + "."
                        : "Unknown " + fieldName + " \"" + word + "\". Use " + listed(allowed) + ".");
    }

    /** Lists the allowed words: {@code active, agent or web}. */
    public static String listed(Collection<String> allowed) {
        StringBuilder choices = new StringBuilder();
        int left = allowed.size();
        for (String word : allowed) {
            left--;
            choices.append(word).append(left > 1 ? ", " : left == 1 ? " or " : "");
        }
        return choices.toString();
    }
}
