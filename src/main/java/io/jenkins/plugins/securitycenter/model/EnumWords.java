package io.jenkins.plugins.securitycenter.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The words that users write for the values of an enumeration: {@code releaseOldest} for RELEASE_OLDEST, in any case. */
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

    /** The trimmed word, or that of a default instead of a blank one. */
    public static String given(String word, Enum<?> otherwise) {
        return word == null || word.isBlank() ? of(otherwise) : word.trim();
    }

    /** All words of the enumeration. */
    public static String[] all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(EnumWords::of).toArray(String[]::new);
    }

    /**
     * Reads a word.
     *
     * @param field what the message calls the field, for example {@code gate type}
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String field, String text) {
        return parse(List.of(type.getEnumConstants()), EnumWords::of, field, text);
    }

    /**
     * Reads the word of one of some values.
     *
     * @param word the word of a value
     * @param field what the message calls the field, for example {@code severity}
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static <T> T parse(Collection<T> allowed, Function<? super T, String> word, String field, String text) {
        String wanted = text == null ? "" : text.trim();
        return allowed.stream()
                .filter(value -> word.apply(value).equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(
                        () -> unknown(field, wanted, allowed.stream().map(word).toList()));
    }

    /** The sentence for a word that is none of those, for example {@code Unknown kind "x". Use active, agent or web.} */
    public static IllegalArgumentException unknown(String field, String text, Collection<String> allowed) {
        return new IllegalArgumentException("Unknown " + field + " \"" + text + "\". " + use(allowed));
    }

    /** What is allowed, as a sentence: {@code Use active, agent or web.} */
    public static String use(Collection<String> allowed) {
        String[] words = allowed.toArray(String[]::new);
        int last = words.length - 1;
        String others = String.join(", ", Arrays.copyOf(words, last));
        return "Use " + (others.isEmpty() ? "" : others + " or ") + words[last] + ".";
    }
}
