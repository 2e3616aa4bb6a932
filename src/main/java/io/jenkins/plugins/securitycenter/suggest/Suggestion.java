package io.jenkins.plugins.securitycenter.suggest;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import java.util.List;
import java.util.Locale;

/**
 * An object of the server that a form can suggest.
 *
 * @param about what distinguishes it from others with the same name; empty if that is not needed
 */
record Suggestion(String id, String name, String about) implements Named {

    static Suggestion of(Attributes attributes) {
        return new Suggestion(attributes.text("id"), attributes.line("name"), "");
    }

    /** Returns whether the id, name or description contain all of these lower-case words. */
    boolean has(List<String> words) {
        String all = (id + " " + name + " " + about).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    boolean beginsWith(String typed) {
        return name.toLowerCase(Locale.ROOT).startsWith(typed) || id.startsWith(typed);
    }
}
