package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.run.Suggestions;
import io.jenkins.plugins.securitycenter.suggest.ChoiceKind;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;

/** What the forms of the steps do alike. */
final class Forms {

    private Forms() {}

    /** A rule that throws an {@link IllegalArgumentException} with a sentence for the user. */
    @FunctionalInterface
    interface Rule {
        void check();
    }

    static FormValidation validation(Rule rule) {
        try {
            rule.check();
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** What the form shows of a rule for a text that may have variables, whose values are not known yet. */
    static FormValidation validation(@CheckForNull Item item, String text, Rule rule) {
        permission(item);
        return text.contains("$") ? FormValidation.ok() : validation(rule);
    }

    /** The same for the name or id of something that the server should have. */
    static FormValidation validation(Suggestions known, ChoiceKind kind, String text, Rule rule) {
        FormValidation checked = validation(known.item(), text, rule);
        return checked.kind == FormValidation.Kind.OK ? known.check(kind, text) : checked;
    }

    /** Demands that the caller may look at the job's configuration; outside of a job, that they may see Jenkins. */
    static void permission(@CheckForNull Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.READ);
        } else {
            item.checkPermission(Item.EXTENDED_READ);
        }
    }

    /** Whether the caller may learn what the servers are called. */
    static boolean maySeeServers(@CheckForNull Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.EXTENDED_READ);
    }

    static ListBoxModel words(@CheckForNull Item item, String... words) {
        permission(item);
        ListBoxModel list = new ListBoxModel();
        for (String word : words) {
            list.add(word);
        }
        return list;
    }

    /** The severities in the words of users, the worst first. */
    static String[] severities() {
        return Severity.descending().stream().map(Severity::label).toArray(String[]::new);
    }

    /** The value, but nothing instead of a blank text. */
    static Object blankToNull(Object value) {
        return value instanceof CharSequence text && text.toString().isBlank() ? null : value;
    }

    /**
     * Takes the text of a field out of a submitted form, since the form can only bind properties of a definite type and
     * this one takes maps from scripts too.
     */
    static String take(JSONObject form, String field) {
        Object text = form.remove(field);
        return text instanceof String string ? string : "";
    }
}
