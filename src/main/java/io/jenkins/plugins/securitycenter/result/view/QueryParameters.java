package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The query parameters of a request. Empty parameters count as missing, because forms submit all fields. */
record QueryParameters(Map<String, String[]> values) {

    /** Returns the first value, or an empty string. */
    String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** Returns a whole number within the limits, both inclusive. */
    int number(String name, int missing, int least, int most) {
        String text = text(name);
        if (text.isEmpty()) {
            return missing;
        }
        // Nine digits always fit in an int.
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("Parameter " + name + " must be a whole number from " + least + " to "
                    + most + ", but was \"" + text + "\".");
        }
        return number;
    }

    /** Returns one of the choices; letter case is ignored. */
    <T> T choice(String name, T missing, Collection<T> choices, Function<T, String> word) {
        String text = text(name);
        return text.isEmpty() ? missing : EnumWords.parse(choices, word, name, text);
    }

    /** Returns any number of choices, from repeated parameters or separated by commas. */
    <T> Set<T> choices(String name, Collection<T> choices, Function<T, String> word) {
        Set<T> found = new LinkedHashSet<>();
        for (String value : all(name)) {
            for (String text : value.split(",")) {
                if (!text.isBlank()) {
                    found.add(EnumWords.parse(choices, word, name, text));
                }
            }
        }
        return found;
    }

    private List<String> all(String name) {
        return Arrays.stream(values.getOrDefault(name, new String[0]))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
