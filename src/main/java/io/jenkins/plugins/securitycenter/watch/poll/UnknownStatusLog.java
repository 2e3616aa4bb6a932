package io.jenkins.plugins.securitycenter.watch.poll;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Formats the build log lines about unknown status values, one for each value. */
final class UnknownStatusLog {

    private final Set<String> named = new HashSet<>();

    /**
     * Returns the line about a value; empty if it was reported before.
     *
     * @param field name of the status field, as the beginning of a sentence
     * @param object object that has the status, for example "scan result 8"
     */
    Optional<String> first(String field, String word, String object) {
        return named.add(field + " " + word.toLowerCase(Locale.ROOT))
                ? Optional.of(field + " \"" + word + "\" of " + object
                        + " is unknown; it counts as neither finished nor successful.")
                : Optional.empty();
    }
}
