package io.jenkins.plugins.securitycenter.watch;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes the lines that a build log shows of status words that are not known: one for each word. */
final class UnknownWords {

    private final Set<String> named = new HashSet<>();

    /**
     * The line to print, when this word was not named before.
     *
     * @param field what the word was given for, as the beginning of a sentence
     * @param object what has the word, for example "scan result 8"
     */
    Optional<String> first(String field, String word, String object) {
        return named.add(field + " " + word.toLowerCase(Locale.ROOT))
                ? Optional.of(field + " \"" + word + "\" of " + object
                        + " is unknown; it counts as neither finished nor successful.")
                : Optional.empty();
    }
}
