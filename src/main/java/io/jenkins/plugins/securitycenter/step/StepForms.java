package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** Common methods of the descriptors of steps. */
final class StepForms {

    private StepForms() {}

    /** Validates a text unless it contains variables, whose values are not known yet. */
    static FormValidation validation(@CheckForNull Item item, String text, UserFailures.Rule rule) {
        permission(item);
        return text.contains("$") ? FormValidation.ok() : UserFailures.validation(rule);
    }

    /** Validates the name or ID of an object, including its existence on the server. */
    static FormValidation validation(FormSuggestions known, SuggestionType type, String text, UserFailures.Rule rule) {
        FormValidation checked = validation(known.item(), text, rule);
        return checked.kind == FormValidation.Kind.OK ? known.check(type, text) : checked;
    }

    /** Requires permission to view the configuration of the job or, outside a job, to read Jenkins. */
    static void permission(@CheckForNull Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.READ);
        } else {
            item.checkPermission(Item.EXTENDED_READ);
        }
    }

    /** Returns whether the current user may see the names of servers. */
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

    /** Returns the labels of the severities, the most severe first. */
    static String[] severities() {
        return Severity.descending().stream().map(Severity::label).toArray(String[]::new);
    }

    /** Returns the value, or null for blank text. */
    static @Nullable Object blankToNull(@Nullable Object value) {
        return value instanceof CharSequence text && text.toString().isBlank() ? null : value;
    }

    /**
     * Removes a field from a submitted form and returns its text. Stapler cannot bind the property, because its type is
     * Object: scripts can pass a map or a list.
     */
    static String take(JSONObject form, String field) {
        Object text = form.remove(field);
        return text instanceof String string ? string : "";
    }
}
