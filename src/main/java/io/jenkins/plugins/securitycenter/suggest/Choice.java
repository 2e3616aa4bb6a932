package io.jenkins.plugins.securitycenter.suggest;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import java.util.List;
import java.util.Locale;

/**
 * An object of the server that a form can offer.
 *
 * @param about what tells it from others of that name; empty when nothing needs to be said
 */
public record Choice(String id, String name, String about) implements Named {

    static Choice of(Attributes attributes) {
        return new Choice(attributes.text("id"), attributes.line("name"), "");
    }

    /** Whether it has all of these words, in lower case, somewhere in what users know of it. */
    boolean has(List<String> words) {
        String all = (id + " " + name + " " + about).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    boolean beginsWith(String typed) {
        return name.toLowerCase(Locale.ROOT).startsWith(typed) || id.startsWith(typed);
    }
}
