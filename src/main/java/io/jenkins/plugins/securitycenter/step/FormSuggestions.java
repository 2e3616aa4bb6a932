package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.client.resource.ApiCatalogue;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.config.CredentialsLookup;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.suggest.AnnotatedValue;
import io.jenkins.plugins.securitycenter.suggest.SuggestionList;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import io.jenkins.plugins.securitycenter.task.ServerChoice;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;

/**
 * Suggests and checks values of form fields against the selected server, with the credentials that a build would use.
 * Requests are sent to the server only for users who can configure the job.
 */
@Restricted(NoExternalUse.class)
public final class FormSuggestions {

    private static final int MOST = 20;

    private final Item item;
    private final ServerChoice connection;

    private FormSuggestions(Item item, ServerChoice connection) {
        this.item = item;
        this.connection = connection;
    }

    /**
     * Creates the parameter of this type for Stapler methods of descriptors, from fields that the form submits.
     *
     * @param item the job of the form; null for a form outside jobs, which only administrators can use
     */
    public static FormSuggestions fromStapler(
            @AncestorInPath Item item, @QueryParameter String server, @QueryParameter String credentialsId) {
        return new FormSuggestions(item, new ServerChoice(server, credentialsId));
    }

    /** Returns the job of the form; null for a form outside jobs. */
    @CheckForNull
    public Item item() {
        return item;
    }

    /** Returns names, or IDs with notes, that match the typed text. */
    public AutoCompletionCandidates suggest(SuggestionType type, String typed) {
        AutoCompletionCandidates candidates = new AutoCompletionCandidates();
        choices(type).suggest(typed, MOST).forEach(candidates::add);
        return candidates;
    }

    /** Returns known API paths with their purpose. */
    public static AutoCompletionCandidates paths(String typed) {
        AutoCompletionCandidates candidates = new AutoCompletionCandidates();
        ApiCatalogue.bundled().search(typed, MOST).stream()
                .map(entry -> AnnotatedValue.add(entry.path(), entry.methodWords() + ": " + entry.purpose()))
                .forEach(candidates::add);
        return candidates;
    }

    /** Returns a warning if the path is unknown, or does not support the method. */
    public static FormValidation checkPath(String path, String method) {
        try {
            return variable(path)
                    ? FormValidation.ok()
                    : ApiCatalogue.bundled()
                            .doubt(Request.Method.parse(Util.fixNull(method)), path)
                            .map(FormValidation::warning)
                            .orElseGet(FormValidation::ok);
        } catch (IllegalArgumentException e) {
            return FormValidation.warning(e.getMessage());
        }
    }

    /** Returns a warning if the server does not have the object, or cannot be queried. */
    public FormValidation check(SuggestionType type, String value) {
        return checkAll(type, List.of(value));
    }

    /** Checks each value of a field with several values. */
    public FormValidation checkAll(SuggestionType type, List<String> values) {
        List<String> given = values.stream()
                .filter(value -> !value.isBlank() && !variable(value))
                .toList();
        if (given.isEmpty()) {
            return FormValidation.ok();
        }
        SuggestionList choices = choices(type);
        return given.stream()
                .flatMap(value -> choices.doubt(value).stream())
                .findFirst()
                .map(doubt -> FormValidation.warning(doubt + whoWasAsked()))
                .orElseGet(() -> described(choices, given));
    }

    /** Names the server that was checked, because an enclosing session may use another one. */
    private String whoWasAsked() {
        List<Server> servers = SecurityCenterConfiguration.get().getServers();
        return !connection.server().isEmpty() || servers.size() < 2
                ? ""
                : " (Checked on the default server \""
                        + servers.get(0).getName()
                        + "\" because no server is selected; a session around the step may use another server.)";
    }

    /** Shows the name of the object for an ID. */
    private static FormValidation described(SuggestionList choices, List<String> ids) {
        return ids.stream()
                .flatMap(id -> choices.described(id).stream())
                .findFirst()
                .map(FormValidation::ok)
                .orElseGet(FormValidation::ok);
    }

    private SuggestionList choices(SuggestionType type) {
        if (!allowed() || variable(connection.server()) || variable(connection.credentialsId())) {
            return SuggestionList.none(type, "", "");
        }
        try {
            Server server = SecurityCenterConfiguration.get().server(connection.server());
            return SecurityCenterService.get()
                    .suggestions()
                    .get(server.endpoint(), CredentialsLookup.ofForm(item, server, connection.credentialsId()), type);
        } catch (IllegalArgumentException e) {
            return SuggestionList.none(type, "", MessageText.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SuggestionList.none(type, "", "");
        }
    }

    private boolean allowed() {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }

    /** Returns whether the text contains a variable, whose value is known only in a build. */
    private static boolean variable(String text) {
        return text.contains("$");
    }
}
