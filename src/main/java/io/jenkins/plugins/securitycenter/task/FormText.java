package io.jenkins.plugins.securitycenter.task;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Converts values that scripts set to the text of a form, so that saving the form does not change what they mean. */
@Restricted(NoExternalUse.class)
public final class FormText {

    private FormText() {}

    /**
     * Returns a value as text: a map has lines such as {@code name=value}, and a list is separated by commas. What a form
     * cannot express is shown as it is.
     */
    public static @Nullable String of(String parameter, @Nullable Object value) {
        try {
            if (value instanceof Map<?, ?>) {
                return ScriptValues.pairs(parameter, value, UnaryOperator.identity()).entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .collect(Collectors.joining("\n"));
            }
            return ScriptValues.isNull(value)
                    ? null
                    : ScriptValues.lines(parameter, value).replace("\n", value instanceof Collection<?> ? ", " : "\n");
        } catch (IllegalArgumentException e) {
            return String.valueOf(value);
        }
    }

    /** Returns a value as JSON; text as it is. */
    public static @Nullable String json(String parameter, @Nullable Object value) {
        try {
            return ScriptValues.isNull(value) || value instanceof CharSequence
                    ? of(parameter, value)
                    : ScriptValues.tree(parameter, value, UnaryOperator.identity())
                            .toPrettyString();
        } catch (IllegalArgumentException e) {
            return String.valueOf(value);
        }
    }
}
