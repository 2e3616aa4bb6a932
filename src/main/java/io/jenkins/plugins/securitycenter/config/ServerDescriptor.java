package io.jenkins.plugins.securitycenter.config;

import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.client.transport.CertificateParser;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.model.EpssScale;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.Whitespace;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The form of a {@link Server}: validation, choices and the connection test. */
@Restricted(NoExternalUse.class)
public abstract class ServerDescriptor extends Descriptor<Server> {

    @POST
    public FormValidation doCheckName(@QueryParameter String value) {
        return check(() -> ServerValidation.name(Whitespace.strip(value)));
    }

    @POST
    public FormValidation doCheckUrl(@QueryParameter String value) {
        FormValidation validation = check(() -> ServerUrl.parse(value));
        return validation.kind == FormValidation.Kind.OK
                        && Whitespace.strip(value).startsWith("http:")
                ? FormValidation.warning(Messages.Server_notEncrypted())
                : validation;
    }

    @POST
    public FormValidation doCheckTrustedCertificates(@QueryParameter String value) {
        return check(() -> CertificateParser.parse(value));
    }

    @POST
    public FormValidation doCheckConnectTimeout(@QueryParameter String value) {
        return check(() -> ServerValidation.CONNECT.check(value));
    }

    @POST
    public FormValidation doCheckRequestTimeout(@QueryParameter String value) {
        return check(() -> ServerValidation.REQUEST.check(value));
    }

    @POST
    public FormValidation doCheckPollInterval(@QueryParameter String value) {
        return check(() -> ServerValidation.POLL.check(value));
    }

    @POST
    public ListBoxModel doFillSessionLimitItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.Server_sessionLimit_fail(), EnumWords.of(SessionLimit.FAIL));
        items.add(Messages.Server_sessionLimit_releaseOldest(), EnumWords.of(SessionLimit.RELEASE_OLDEST));
        return items;
    }

    @POST
    public ListBoxModel doFillEpssScaleItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.Server_epssScale_auto(), EnumWords.of(EpssScale.AUTO));
        items.add(Messages.Server_epssScale_fraction(), EnumWords.of(EpssScale.FRACTION));
        items.add(Messages.Server_epssScale_percent(), EnumWords.of(EpssScale.PERCENT));
        return items;
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(@QueryParameter String url, @QueryParameter String credentialsId) {
        return CredentialsLookup.globalChoice(url, credentialsId);
    }

    /** Logs in with the values of the form, and returns the account and the properties of the server. */
    @POST
    public FormValidation doTestConnection(
            @QueryParameter String name,
            @QueryParameter String url,
            @QueryParameter String credentialsId,
            @QueryParameter String trustedCertificates,
            @QueryParameter String sessionLimit) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        Server server = new Server(name.isBlank() ? url : name, url);
        server.setCredentialsId(credentialsId);
        server.setTrustedCertificates(trustedCertificates);
        server.setSessionLimit(sessionLimit);
        return ConnectionTest.of(server);
    }

    private static FormValidation check(UserFailures.Rule rule) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return UserFailures.validation(rule);
    }
}
