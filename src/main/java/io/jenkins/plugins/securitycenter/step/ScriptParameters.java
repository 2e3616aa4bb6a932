package io.jenkins.plugins.securitycenter.step;

import hudson.model.Describable;
import io.jenkins.plugins.securitycenter.text.MessageText;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a script can set. Jenkins itself only warns of a parameter that does not exist, takes every string but
 * {@code true} for false, and omits the fractions of whole numbers, so a misspelled gate would be no gate.
 */
final class ScriptParameters {

    private static final int LONGEST = 40;

    private final String owner;
    private final Map<String, Class<?>> types;

    /**
     * @param owner the name of the step, or of the parameter whose value has these parameters, in messages
     * @param types the types by the names of the parameters
     */
    ScriptParameters(String owner, Map<String, Class<?>> types) {
        this.owner = owner;
        this.types = Map.copyOf(types);
    }

    /** Returns the parameters of a step or of an object in a step. */
    static ScriptParameters of(Class<?> type, String owner) {
        Map<String, Class<?>> types = new HashMap<>();
        for (DescribableParameter parameter : DescribableModel.of(type).getParameters()) {
            types.put(parameter.getName(), parameter.getErasedType());
        }
        return new ScriptParameters(owner, types);
    }

    /**
     * Returns the arguments of a script with the types that Jenkins expects.
     *
     * @throws IllegalArgumentException if a parameter does not exist, or its value has another type, with a message for the
     *     user
     */
    Map<String, Object> read(Map<String, Object> arguments) {
        Map<String, Object> read = new LinkedHashMap<>(arguments);
        read.replaceAll((name, value) ->
                name.equals(UninstantiatedDescribable.ANONYMOUS_KEY) ? value : read(name, value, type(name)));
        return read;
    }

    private Class<?> type(String name) {
        return Optional.<Class<?>>ofNullable(types.get(name))
                .orElseThrow(() -> new IllegalArgumentException("Unknown parameter \"" + name + "\" of " + owner
                        + ". Use " + String.join(", ", new TreeSet<>(types.keySet())) + "."));
    }

    private static @Nullable Object read(String name, @Nullable Object value, Class<?> type) {
        if (type == String.class) {
            return value == null ? null : string(name, value);
        }
        if (value == null) {
            // Groovy makes it of a variable that is not set, for example of misspelled gates.
            throw new IllegalArgumentException(name + " is null; set a value, or leave it out.");
        }
        if (type == boolean.class) {
            return flag(name, value);
        }
        if (type == int.class || type == double.class) {
            return number(name, value, type == int.class);
        }
        if (Collection.class.isAssignableFrom(type)) {
            checkList(name, value);
        } else if (Describable.class.isAssignableFrom(type)) {
            checkParameters(name, value, type);
        }
        return value;
    }

    private static Boolean flag(String name, Object value) {
        return switch (String.valueOf(value).trim().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException(
                        name + " \"" + MessageText.shortened(MessageText.line(value.toString()), LONGEST)
                                + "\" is not allowed; use true or false.");
        };
    }

    private static Number number(String name, Object value, boolean whole) {
        String need = whole ? "use a whole number." : "use a number.";
        NumberRule rule = SecurityCenterStep.NUMBERS
                .rules()
                .getOrDefault(name, new NumberRule(name, -Double.MAX_VALUE, Double.MAX_VALUE, whole, need));
        String text = String.valueOf(value);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is empty; " + rule.need());
        }
        return rule.read(text);
    }

    /** Returns a string; an ID may be a number. */
    private static Object string(String name, Object value) {
        if (value instanceof Number number) {
            return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
        }
        if (!(value instanceof CharSequence)) {
            throw new IllegalArgumentException(name + " must be a string.");
        }
        return value;
    }

    private static void checkList(String name, Object value) {
        if (!(value instanceof Collection<?> list) || list.stream().anyMatch(one -> one == null)) {
            throw new IllegalArgumentException(name + " must be a list, such as [[name: value], [name: value]].");
        }
    }

    private static void checkParameters(String name, Object value, Class<?> type) {
        if (!(value instanceof Map || value instanceof UninstantiatedDescribable || type.isInstance(value))) {
            throw new IllegalArgumentException(name + " must be a map of parameters, such as [name: value].");
        }
    }
}
