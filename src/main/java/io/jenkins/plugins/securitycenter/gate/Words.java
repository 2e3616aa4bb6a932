package io.jenkins.plugins.securitycenter.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words that users write for the values of an enumeration. */
final class Words {

    private Words() {}

    static <T extends Enum<T>> T parse(Class<T> type, String what, String text) {
        String wanted = text == null ? "" : text.trim();
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        what + " \"" + wanted + "\" is unknown; allowed are " + allowed(type) + "."));
    }

    private static <T extends Enum<T>> String allowed(Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
