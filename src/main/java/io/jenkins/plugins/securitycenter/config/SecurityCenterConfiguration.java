package io.jenkins.plugins.securitycenter.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.SuppressionPolicy;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The global configuration: the servers that jobs can use. The first server is the default. */
@Restricted(NoExternalUse.class)
@Extension
@Symbol("securityCenter")
public final class SecurityCenterConfiguration extends GlobalConfiguration {

    private static final FormNumbers NUMBERS = new FormNumbers(Map.of(
            "connectTimeout", ServerValidation.CONNECT,
            "requestTimeout", ServerValidation.REQUEST,
            "pollInterval", ServerValidation.POLL,
            "maximumSuppressionDays", SuppressionPolicy.MAXIMUM_DAYS));

    private static final String NONE = "None";
    private static final String DAMAGED = "the file is damaged";

    private List<Server> servers = new ArrayList<>();
    private int maximumSuppressionDays = SuppressionPolicy.DEFAULT_DAYS;
    private String suppressibleSeverity = Severity.CRITICAL.label();
    /** What of the stored file could not be read; null for nothing. */
    private @Nullable String unreadable;

    public SecurityCenterConfiguration() {
        load();
    }

    @Override
    public synchronized void load() {
        if (getConfigFile().exists()) {
            unreadable = DAMAGED;
            super.load();
        }
    }

    /** Called when the whole file was read. */
    void read(Optional<String> leftOut) {
        // A file that was stored after elements had been left out says so itself.
        unreadable = leftOut.orElse(DAMAGED.equals(unreadable) ? null : unreadable);
    }

    /** Returns what is wrong with the stored configuration, for the form; null if nothing is. */
    @CheckForNull
    public String getProblem() {
        return unreadable == null
                ? null
                : "The stored configuration of SecurityCenter is not understood: " + unreadable
                        + "; ask an administrator to check it in Manage Jenkins > System and to save it.";
    }

    private void checkComplete() {
        if (unreadable != null) {
            throw new IllegalArgumentException(getProblem());
        }
    }

    public static SecurityCenterConfiguration get() {
        return ExtensionList.lookupSingleton(SecurityCenterConfiguration.class);
    }

    @Override
    @NonNull
    public String getDisplayName() {
        return Messages.SecurityCenterConfiguration_displayName();
    }

    public List<Server> getServers() {
        return List.copyOf(servers);
    }

    /**
     * @throws IllegalArgumentException if a server is not valid, with a message for the user; nothing is changed then
     */
    @DataBoundSetter
    public void setServers(List<Server> servers) {
        // XStream would write the internal class of an immutable list to the stored file.
        List<Server> next = servers == null ? new ArrayList<>() : new ArrayList<>(servers);
        ServerValidation.servers(next);
        this.servers = next;
        save();
    }

    /** Returns how many days after the day of the build a suppression may end at most. */
    public int getMaximumSuppressionDays() {
        return maximumSuppressionDays;
    }

    /** @throws IllegalArgumentException if the number is not allowed, with a message for the user */
    @DataBoundSetter
    public void setMaximumSuppressionDays(int maximumSuppressionDays) {
        SuppressionPolicy.MAXIMUM_DAYS.check(maximumSuppressionDays);
        this.maximumSuppressionDays = maximumSuppressionDays;
        save();
    }

    /** Returns the highest severity of findings that jobs may suppress, or {@code None}. */
    public String getSuppressibleSeverity() {
        return EnumWords.spelled(severities(), suppressibleSeverity);
    }

    /** @throws IllegalArgumentException if the severity is unknown, with a message for the user */
    @DataBoundSetter
    public void setSuppressibleSeverity(String suppressibleSeverity) {
        severity(suppressibleSeverity);
        this.suppressibleSeverity = EnumWords.spelled(severities(), suppressibleSeverity);
        save();
    }

    /**
     * Returns the limits of suppressions.
     *
     * @throws IllegalArgumentException if the stored configuration is not valid, with a message for the user
     */
    public SuppressionPolicy suppressionPolicy() {
        checkComplete();
        return policy(maximumSuppressionDays, suppressibleSeverity);
    }

    private static SuppressionPolicy policy(int days, String severity) {
        SuppressionPolicy.MAXIMUM_DAYS.check(days);
        return new SuppressionPolicy(days, severity(severity));
    }

    private static Optional<Severity> severity(String severity) {
        String word = EnumWords.parse(severities(), UnaryOperator.identity(), "suppressibleSeverity", severity);
        return word.equals(NONE) ? Optional.empty() : Optional.of(Severity.parse(word));
    }

    private static List<String> severities() {
        return Stream.concat(Severity.descending().stream().map(Severity::label), Stream.of(NONE))
                .toList();
    }

    @POST
    public ListBoxModel doFillSuppressibleSeverityItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        severities().forEach(items::add);
        return items;
    }

    @POST
    public FormValidation doCheckMaximumSuppressionDays(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return UserFailures.validation(() -> SuppressionPolicy.MAXIMUM_DAYS.check(value));
    }

    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        try {
            NUMBERS.read(json);
            int days = json.opt("maximumSuppressionDays") instanceof Integer given ? given : maximumSuppressionDays;
            String severity = json.opt("suppressibleSeverity") instanceof String given ? given : suppressibleSeverity;
            policy(days, severity);
            setServers(req.bindJSONToList(Server.class, json.opt("servers")));
            // Only now, because a server that is refused leaves everything as it was.
            unreadable = null;
            setMaximumSuppressionDays(days);
            setSuppressibleSeverity(severity);
            return true;
        } catch (IllegalArgumentException e) {
            throw UserFailures.refused(e, "servers");
        }
    }

    /**
     * Returns the server of that name, or the default server if the name is empty.
     *
     * @throws IllegalArgumentException if there is none, with a message that lists the configured servers, or if not all of
     *     the stored configuration was understood
     */
    public Server server(String name) {
        checkComplete();
        String wanted = Whitespace.strip(name);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException(
                    "No SecurityCenter server is configured; ask an administrator to add one in"
                            + " Manage Jenkins > System.");
        }
        return servers.stream()
                .filter(server -> wanted.isEmpty() || server.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Server \"" + wanted + "\" is not configured; use "
                        + servers.stream()
                                .map(server -> "\"" + server.getName() + "\"")
                                .collect(Collectors.joining(" or "))
                        + "."));
    }

    /** Reads the stored file. */
    public static final class ConverterImpl extends StoredObjectConverter<SecurityCenterConfiguration> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }

        @Override
        protected void complete(SecurityCenterConfiguration read, Optional<String> leftOut) {
            read.read(leftOut);
        }
    }
}
