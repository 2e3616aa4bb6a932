package io.jenkins.plugins.securitycenter.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.client.transport.CertificateParser;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Timeouts;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.time.Duration;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A SecurityCenter server that jobs can use. Its fields are validated when the list of servers is set, not here, so
 * that a stored configuration with an invalid value can still be loaded and corrected.
 */
public final class Server extends AbstractDescribableImpl<Server> {

    /** The limit of the total time of a call, as a multiple of the request timeout, which limits each silence. */
    private static final int TOTAL_FACTOR = 5;

    private final String name;
    private final String url;
    private String credentialsId = "";
    private String trustedCertificates = "";
    private int connectTimeout = DescriptorImpl.CONNECT_TIMEOUT;
    private int requestTimeout = DescriptorImpl.REQUEST_TIMEOUT;
    private String sessionLimit = DescriptorImpl.SESSION_LIMIT;
    private int pollInterval = DescriptorImpl.POLL_INTERVAL;

    @DataBoundConstructor
    public Server(String name, String url) {
        this.name = Whitespace.strip(name);
        this.url = Whitespace.strip(url);
    }

    public String getName() {
        return name;
    }

    public String getUrl() {
        return url;
    }

    /** Returns the ID of the credentials for jobs that do not select their own; empty for none. */
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Whitespace.strip(credentialsId);
    }

    /** Returns the PEM certificates to trust in addition to those of the JVM; empty for none. */
    public String getTrustedCertificates() {
        return trustedCertificates;
    }

    @DataBoundSetter
    public void setTrustedCertificates(String trustedCertificates) {
        this.trustedCertificates = Whitespace.strip(trustedCertificates);
    }

    /** Returns the time limit for a connection to the server, in seconds. */
    public int getConnectTimeout() {
        return connectTimeout;
    }

    @DataBoundSetter
    public void setConnectTimeout(int connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    /** Returns the maximum time without data from the server during a request, in seconds. */
    public int getRequestTimeout() {
        return requestTimeout;
    }

    @DataBoundSetter
    public void setRequestTimeout(int requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    /** Returns the action if the account has reached the session limit: {@code fail} or {@code releaseOldest}. */
    public String getSessionLimit() {
        return sessionLimit;
    }

    @DataBoundSetter
    public void setSessionLimit(String sessionLimit) {
        this.sessionLimit = Whitespace.strip(sessionLimit);
    }

    /** Returns the maximum time between two polls for running scans, in seconds. */
    public int getPollInterval() {
        return pollInterval;
    }

    @DataBoundSetter
    public void setPollInterval(int pollInterval) {
        this.pollInterval = pollInterval;
    }

    /**
     * Returns the address of the server and the settings of connections to it.
     *
     * @throws IllegalArgumentException if a field is not valid, with a message for the user
     */
    public Endpoint endpoint() {
        var base = ServerUrl.parse(url);
        return new Endpoint(
                name,
                base,
                CertificateParser.parse(trustedCertificates),
                new Timeouts(
                        Duration.ofSeconds(connectTimeout),
                        Duration.ofSeconds(requestTimeout),
                        Duration.ofSeconds((long) requestTimeout * TOTAL_FACTOR)),
                ServerValidation.sessionLimit(sessionLimit),
                ProxySettings.of(Jenkins.get().proxy, base.getHost()));
    }

    /** Fills in fields that a hand-written file omits. */
    private Object readResolve() {
        Server complete = new Server(name, url);
        complete.setCredentialsId(credentialsId);
        complete.setTrustedCertificates(trustedCertificates);
        complete.setConnectTimeout(connectTimeout == 0 ? DescriptorImpl.CONNECT_TIMEOUT : connectTimeout);
        complete.setRequestTimeout(requestTimeout == 0 ? DescriptorImpl.REQUEST_TIMEOUT : requestTimeout);
        complete.setSessionLimit(sessionLimit == null ? DescriptorImpl.SESSION_LIMIT : sessionLimit);
        complete.setPollInterval(pollInterval == 0 ? DescriptorImpl.POLL_INTERVAL : pollInterval);
        return complete;
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<Server> {

        public static final int CONNECT_TIMEOUT = 10;
        public static final int REQUEST_TIMEOUT = 60;
        public static final int POLL_INTERVAL = 30;
        public static final String SESSION_LIMIT = "fail";

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.Server_displayName();
        }

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
}
