package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.securitycenter.task.ScriptValues;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A parameter whose value is a list, which is stored as text and separated by commas or line breaks. */
final class ListParameter {

    private static final String SEPARATOR = "[,\\n]";

    private ListParameter() {}

    /** Returns a value of a script or a form as text; null if it is empty. */
    @CheckForNull
    static String text(String parameter, Object value) {
        return value instanceof Collection<?>
                ? Util.fixEmptyAndTrim(ScriptValues.lines(parameter, value))
                : Util.fixEmptyAndTrim(value == null ? null : value.toString());
    }

    /** Returns the entries. */
    static Stream<String> entries(@CheckForNull String text, UnaryOperator<String> expand) {
        return Stream.of(expand.apply(Util.fixNull(text)).trim().split(SEPARATOR))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty());
    }

    /** @throws IllegalArgumentException if an entry is not allowed, with a message for the user */
    static <T> Set<T> words(
            String parameter,
            @CheckForNull String text,
            UnaryOperator<String> expand,
            List<T> allowed,
            Function<T, String> word) {
        Set<T> found = new LinkedHashSet<>();
        entries(text, expand).forEach(entry -> found.add(EnumWords.parse(allowed, word, parameter, entry)));
        return found;
    }

    /** Returns text without the entries that contain variables, whose values are not known yet. */
    static String withoutVariables(String text) {
        return Stream.of(text.split(SEPARATOR))
                .filter(entry -> !entry.contains("$"))
                .collect(Collectors.joining("\n"));
    }
}
