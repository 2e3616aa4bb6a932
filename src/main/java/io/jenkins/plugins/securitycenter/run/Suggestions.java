package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.config.CredentialsLookup;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.suggest.ChoiceKind;
import io.jenkins.plugins.securitycenter.suggest.Choices;
import io.jenkins.plugins.securitycenter.suggest.Note;
import jenkins.model.Jenkins;

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

    /** @param item the job whose form it is; null for a form outside of jobs, which is for administrators */
    public static Suggestions of(@CheckForNull Item item, String server, String credentialsId) {
        return new Suggestions(item, new Connection(Util.fixNull(server), Util.fixNull(credentialsId)));
    }

    /** Names, or ids with notes, that fit what was typed. */
    public AutoCompletionCandidates suggest(ChoiceKind kind, String typed) {
        AutoCompletionCandidates candidates = new AutoCompletionCandidates();
        choices(kind).suggest(typed, MOST).forEach(candidates::add);
        return candidates;
    }

    /** A warning when the server does not have what the field holds, or cannot be asked. */
    public FormValidation check(ChoiceKind kind, String value) {
        return value.isBlank() || variable(value)
                ? FormValidation.ok()
                : choices(kind).doubt(value).map(FormValidation::warning).orElseGet(FormValidation::ok);
    }

    /** What is known of the scan result that the field holds, if anything. */
    public FormValidation checkScanResult(String value) {
        if (value.isBlank() || variable(value)) {
            return FormValidation.ok();
        }
        Choices choices = choices(ChoiceKind.SCAN_RESULT);
        return choices.ofId(Note.remove(value))
                .map(known -> FormValidation.ok(known.name() + ", " + known.about()))
                .orElseGet(
                        () -> choices.doubt(value).map(FormValidation::warning).orElseGet(FormValidation::ok));
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
