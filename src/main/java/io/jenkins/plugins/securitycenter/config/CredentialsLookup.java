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
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.springframework.security.core.Authentication;

/** Looks up credentials for builds and forms, and converts them to logins. */
@Restricted(NoExternalUse.class)
public final class CredentialsLookup {

    private static final CredentialsMatcher USABLE = CredentialsMatchers.anyOf(
            CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class),
            CredentialsMatchers.instanceOf(ApiKeyCredentials.class),
            CredentialsMatchers.instanceOf(StandardCertificateCredentials.class));
    /** Excludes credentials of system scope: jobs cannot use them, so a server that jobs use cannot either. */
    private static final CredentialsMatcher FOR_JOBS =
            CredentialsMatchers.not(CredentialsMatchers.withScope(CredentialsScope.SYSTEM));

    private CredentialsLookup() {}

    /**
     * Returns the login of a build, from credentials that its job can use for the server, and tracks their use.
     *
     * @throws IllegalArgumentException if the credentials do not exist or have an unsupported type, with a message for
     *     the user
     */
    public static Login ofRun(Run<?, ?> run, Server server, String credentialsId) {
        String id = required(server, credentialsId);
        StandardCredentials found = CredentialsProvider.findCredentialById(
                id, StandardCredentials.class, run, requirements(server.getUrl()));
        return LoginFactory.of(server, id, CredentialsProvider.track(run, found));
    }

    /** Returns the login for the global configuration form, from global credentials that jobs can use too. */
    static Login global(Server server) {
        return ofForm(null, server, "");
    }

    /**
     * Returns the login that the builds of a job would use for the server, for the form of the job.
     *
     * @param item null for the global configuration form
     * @param credentialsId blank for the credentials of the server
     * @throws IllegalArgumentException if the credentials do not exist or have an unsupported type, with a message for
     *     the user
     */
    public static Login ofForm(@CheckForNull Item item, Server server, String credentialsId) {
        String id = required(server, credentialsId.isBlank() ? server.getCredentialsId() : credentialsId);
        List<DomainRequirement> requirements = requirements(server.getUrl());
        List<StandardCredentials> all = item == null
                ? CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class, Jenkins.get(), ACL.SYSTEM2, requirements)
                : CredentialsProvider.lookupCredentialsInItem(
                        StandardCredentials.class, item, authentication(item), requirements);
        return LoginFactory.of(server, id, withId(id, all));
    }

    /** Lists the credentials that an administrator can select for a server; other users see only the current value. */
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

    /** Lists the credentials that a user can select for a job; users without permission see only the current value. */
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
        if (Whitespace.strip(id).isEmpty()) {
            throw new IllegalArgumentException("Server \"" + server.getName() + "\" has no credentials; select"
                    + " credentials for it in Manage Jenkins > System, or set credentialsId.");
        }
        return Whitespace.strip(id);
    }
}
