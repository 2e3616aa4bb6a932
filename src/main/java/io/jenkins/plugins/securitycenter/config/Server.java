package io.jenkins.plugins.securitycenter.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.client.transport.CertificateParser;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Timeouts;
import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.time.Duration;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * A SecurityCenter server that jobs can use. Its fields are validated when the list of servers is set, not here, so
 * that a stored configuration with an invalid value can still be loaded and corrected.
 */
@Restricted(NoExternalUse.class)
public final class Server implements Describable<Server> {

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
    private String epssScale = DescriptorImpl.EPSS_SCALE;

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

    /** Returns how the server writes EPSS scores: {@code auto}, {@code fraction} or {@code percent}. */
    public String getEpssScale() {
        return epssScale;
    }

    @DataBoundSetter
    public void setEpssScale(String epssScale) {
        this.epssScale = Whitespace.strip(epssScale);
    }

    /**
     * Returns the address of the server and the settings of connections to it.
     *
     * @throws IllegalArgumentException if a field is not valid, with a message for the user
     */
    public Endpoint endpoint() {
        ServerValidation.times(this);
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
                ProxySettings.of(Jenkins.get().proxy, base.getHost()),
                ServerValidation.epssScale(epssScale));
    }

    /** Fills in fields that a hand-written file omits. */
    @SuppressWarnings("UnusedMethod") // XStream calls it
    private Object readResolve() {
        Server complete = new Server(name, url);
        complete.setCredentialsId(credentialsId);
        complete.setTrustedCertificates(trustedCertificates);
        complete.setConnectTimeout(connectTimeout == 0 ? DescriptorImpl.CONNECT_TIMEOUT : connectTimeout);
        complete.setRequestTimeout(requestTimeout == 0 ? DescriptorImpl.REQUEST_TIMEOUT : requestTimeout);
        complete.setSessionLimit(sessionLimit == null ? DescriptorImpl.SESSION_LIMIT : sessionLimit);
        complete.setPollInterval(pollInterval == 0 ? DescriptorImpl.POLL_INTERVAL : pollInterval);
        complete.setEpssScale(epssScale == null ? DescriptorImpl.EPSS_SCALE : epssScale);
        return complete;
    }

    /** Reads the stored parameters. */
    public static final class ConverterImpl extends StoredObjectConverter<Server> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    @Extension
    public static final class DescriptorImpl extends ServerDescriptor {

        public static final int CONNECT_TIMEOUT = 10;
        public static final int REQUEST_TIMEOUT = 60;
        public static final int POLL_INTERVAL = 30;
        public static final String SESSION_LIMIT = "fail";
        public static final String EPSS_SCALE = "auto";

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.Server_displayName();
        }
    }
}
