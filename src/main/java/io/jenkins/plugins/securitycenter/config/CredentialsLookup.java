package io.jenkins.plugins.securitycenter.config;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCertificateCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.client.Blanks;
import io.jenkins.plugins.securitycenter.client.Login;
import java.util.List;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Finds credentials, for builds and for forms, and turns them into logins. */
public final class CredentialsLookup {

    private static final CredentialsMatcher USABLE = CredentialsMatchers.anyOf(
            CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class),
            CredentialsMatchers.instanceOf(ApiKeyCredentials.class),
            CredentialsMatchers.instanceOf(StandardCertificateCredentials.class));
    /** Jenkins hides what has system scope from jobs, so a server that jobs use cannot use it either. */
    private static final CredentialsMatcher FOR_JOBS =
            CredentialsMatchers.not(CredentialsMatchers.withScope(CredentialsScope.SYSTEM));

    private CredentialsLookup() {}

    /**
     * The login of a build: credentials that its job may use for that server. Their use is tracked.
     *
     * @throws IllegalArgumentException with a sentence when there are none, or they are of the wrong kind
     */
    public static Login ofRun(Run<?, ?> run, Server server, String credentialsId) {
        String id = required(server, credentialsId);
        StandardCredentials found = CredentialsProvider.findCredentialById(
                id, StandardCredentials.class, run, requirements(server.getUrl()));
        return Logins.of(server, id, CredentialsProvider.track(run, found));
    }

    /** The login of an administrator's form: credentials of the whole Jenkins that jobs can use too. */
    static Login global(Server server) {
        return ofForm(null, server, "");
    }

    /**
     * The login with which the builds of a job would go to that server, for its form; without a job, that of an
     * administrator's form.
     *
     * @throws IllegalArgumentException with a sentence when there is none, or it is of the wrong kind
     */
    public static Login ofForm(@CheckForNull Item item, Server server, String credentialsId) {
        String id = required(server, credentialsId.isBlank() ? server.getCredentialsId() : credentialsId);
        List<DomainRequirement> requirements = requirements(server.getUrl());
        List<StandardCredentials> all = item == null
                ? CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class, Jenkins.get(), ACL.SYSTEM2, requirements)
                : CredentialsProvider.lookupCredentialsInItem(
                        StandardCredentials.class, item, authentication(item), requirements);
        return Logins.of(server, id, withId(id, all));
    }

    /** What an administrator may choose for a server; only the present choice for everybody else. */
    static ListBoxModel globalChoice(String url, String current) {
        StandardListBoxModel choice = new StandardListBoxModel();
        if (Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            choice.includeEmptyValue()
                    .includeMatchingAs(
                            ACL.SYSTEM2,
                            Jenkins.get(),
                            StandardCredentials.class,
                            requirements(url),
                            CredentialsMatchers.allOf(USABLE, FOR_JOBS));
        }
        return choice.includeCurrentValue(current);
    }

    /** What somebody who configures a job may choose; only the present choice for everybody else. */
    public static ListBoxModel choice(Item item, String url, String current) {
        if (item == null) {
            return globalChoice(url, current);
        }
        StandardListBoxModel choice = new StandardListBoxModel();
        if (item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM)) {
            choice.includeEmptyValue()
                    .includeMatchingAs(
                            authentication(item), item, StandardCredentials.class, requirements(url), USABLE);
        }
        return choice.includeCurrentValue(current);
    }

    private static Authentication authentication(Item item) {
        return item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
    }

    private static StandardCredentials withId(String id, List<StandardCredentials> all) {
        return CredentialsMatchers.firstOrNull(
                all, CredentialsMatchers.allOf(CredentialsMatchers.withId(id), FOR_JOBS));
    }

    private static List<DomainRequirement> requirements(String url) {
        return URIRequirementBuilder.fromUri(url).build();
    }

    private static String required(Server server, String id) {
        if (Blanks.strip(id).isEmpty()) {
            throw new IllegalArgumentException("Server \"" + server.getName() + "\" has no credentials; choose some for"
                    + " the server in Manage Jenkins > System, or set credentialsId.");
        }
        return Blanks.strip(id);
    }
}
