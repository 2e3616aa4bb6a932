package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.client.ApiCatalogue;
import io.jenkins.plugins.securitycenter.client.Request;
import io.jenkins.plugins.securitycenter.config.CredentialsLookup;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.suggest.ChoiceKind;
import io.jenkins.plugins.securitycenter.suggest.Choices;
import io.jenkins.plugins.securitycenter.suggest.Note;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;

/**
 * What a form can offer of the server that its other fields choose, with the credentials that a build would use. Only
 * for who may configure the job; the server gets no request because of anybody else.
 */
public final class Suggestions {

    private static final int MOST = 20;

    private final Item item;
    private final Connection connection;

    private Suggestions(Item item, Connection connection) {
        this.item = item;
        this.connection = connection;
    }

    /**
     * Makes the parameter of this type that methods of descriptors have; the form sends these of its fields along.
     *
     * @param item the job whose form it is; null for a form outside of jobs, which is for administrators
     */
    public static Suggestions fromStapler(
            @AncestorInPath Item item, @QueryParameter String server, @QueryParameter String credentialsId) {
        return new Suggestions(item, new Connection(server, credentialsId));
    }

    /** The job whose form it is, if it is one of a job. */
    @CheckForNull
    public Item item() {
        return item;
    }

    /** Names, or ids with notes, that fit what was typed. */
    public AutoCompletionCandidates suggest(ChoiceKind kind, String typed) {
        AutoCompletionCandidates candidates = new AutoCompletionCandidates();
        choices(kind).suggest(typed, MOST).forEach(candidates::add);
        return candidates;
    }

    /** Known paths of the API, with what they are for. */
    public static AutoCompletionCandidates paths(String typed) {
        AutoCompletionCandidates candidates = new AutoCompletionCandidates();
        ApiCatalogue.bundled().search(typed, MOST).stream()
                .map(entry -> Note.add(entry.path(), entry.methodWords() + ": " + entry.purpose()))
                .forEach(candidates::add);
        return candidates;
    }

    /** A warning when the path is not known, or not with that method. */
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

    /** A warning when the server does not have what the field holds, or cannot be asked. */
    public FormValidation check(ChoiceKind kind, String value) {
        return checkAll(kind, List.of(value));
    }

    /** The same for a field that holds several. */
    public FormValidation checkAll(ChoiceKind kind, List<String> values) {
        List<String> given = values.stream()
                .filter(value -> !value.isBlank() && !variable(value))
                .toList();
        if (given.isEmpty()) {
            return FormValidation.ok();
        }
        Choices choices = choices(kind);
        return given.stream()
                .flatMap(value -> choices.doubt(value).stream())
                .findFirst()
                .map(doubt -> FormValidation.warning(doubt + whoWasAsked()))
                .orElseGet(() -> described(choices, given));
    }

    /** The step may be in a session of another server, of which its form knows nothing. */
    private String whoWasAsked() {
        List<Server> servers = SecurityCenterConfiguration.get().getServers();
        return !connection.server().isEmpty() || servers.size() < 2
                ? ""
                : " (Checked on the default server \""
                        + servers.get(0).getName()
                        + "\" because no server is selected; a session around the step may use another server.)";
    }

    /** An id says nothing to people, so the form says what is behind it. */
    private static FormValidation described(Choices choices, List<String> ids) {
        return ids.stream()
                .flatMap(id -> choices.described(id).stream())
                .findFirst()
                .map(FormValidation::ok)
                .orElseGet(FormValidation::ok);
    }

    private Choices choices(ChoiceKind kind) {
        if (!allowed() || variable(connection.server()) || variable(connection.credentialsId())) {
            return Choices.none(kind, "", "");
        }
        try {
            Server server = SecurityCenterConfiguration.get().server(connection.server());
            return Engine.get()
                    .choices()
                    .get(server.endpoint(), CredentialsLookup.ofForm(item, server, connection.credentialsId()), kind);
        } catch (IllegalArgumentException e) {
            return Choices.none(kind, "", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Choices.none(kind, "", "");
        }
    }

    private boolean allowed() {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }

    /** Its value is only known in a build. */
    private static boolean variable(String text) {
        return text.contains("$");
    }
}
