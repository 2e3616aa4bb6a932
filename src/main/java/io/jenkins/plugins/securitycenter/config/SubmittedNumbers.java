package io.jenkins.plugins.securitycenter.config;

import io.jenkins.plugins.securitycenter.model.NumberRule;
import java.util.Collection;
import java.util.Map;

/**
 * The numbers of a form. Jenkins answers what it cannot take for a number with its page for errors of its own, so they are
 * looked at before.
 *
 * @param rules by the names of their fields in the form
 */
public record SubmittedNumbers(Map<String, NumberRule> rules) {

    /**
     * Puts numbers in place of their texts, 0 for empty ones.
     *
     * @param form the JSON object or list that was submitted, with everything in it
     * @throws IllegalArgumentException with a sentence when a field holds no number
     */
    public void read(Object form) {
        if (form instanceof Collection<?> list) {
            list.forEach(this::read);
        } else if (form instanceof Map<?, ?> fields) {
            read(fields);
            fields.values().forEach(this::read);
        }
    }

    @SuppressWarnings("unchecked") // The names in a JSON object are texts.
    private void read(Map<?, ?> fields) {
        rules.forEach((name, rule) -> {
            if (fields.get(name) instanceof String text) {
                ((Map<String, Object>) fields).put(name, rule.read(text));
            }
        });
    }
}
