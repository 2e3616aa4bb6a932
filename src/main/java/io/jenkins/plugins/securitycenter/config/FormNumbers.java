package io.jenkins.plugins.securitycenter.config;

import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.util.Collection;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Validates the numbers of a submitted form before data binding, because Jenkins responds to a number that it cannot
 * parse with its page for internal errors.
 *
 * @param rules the rules, by the names of the fields in the form
 */
@Restricted(NoExternalUse.class)
public record FormNumbers(Map<String, NumberRule> rules) {

    /**
     * Replaces strings with numbers, empty strings with 0.
     *
     * @param form the submitted JSON object or list, including nested ones
     * @throws IllegalArgumentException if a field is not a number, with a message for the user
     */
    public void read(Object form) {
        if (form instanceof Collection<?> list) {
            list.forEach(this::read);
        } else if (form instanceof Map<?, ?> fields) {
            read(fields);
            fields.values().forEach(this::read);
        }
    }

    @SuppressWarnings("unchecked") // The names in a JSON object are strings.
    private void read(Map<?, ?> fields) {
        rules.forEach((name, rule) -> {
            if (fields.get(name) instanceof String text) {
                ((Map<String, Object>) fields).put(name, rule.read(text));
            }
        });
    }
}
