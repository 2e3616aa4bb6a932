package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan.Scope;
import io.jenkins.plugins.securitycenter.config.StoredObjectConverter;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The parameters of an {@link OnDemandScan}. Lists are stored as text with one entry per line. */
@Restricted(NoExternalUse.class)
public final class OnDemandDefinition implements Describable<OnDemandDefinition>, Serializable {

    private static final long serialVersionUID = 1;

    private static final Pattern TARGET = Pattern.compile("[^,;\\n]++");
    private static final String ANY_TARGET = "192.0.2.1";

    private final String name;
    private final String policy;
    private final String repository;
    private @Nullable String targets;
    private @Nullable String assets;
    private @Nullable String zone;
    private @Nullable String credentials;
    private @Nullable String maxScanTime;

    @DataBoundConstructor
    public OnDemandDefinition(String name, String policy, String repository) {
        this.name = Util.fixNull(name).trim();
        this.policy = Util.fixNull(policy).trim();
        this.repository = Util.fixNull(repository).trim();
    }

    public String getName() {
        return name;
    }

    public String getPolicy() {
        return policy;
    }

    public String getRepository() {
        return repository;
    }

    /** Returns addresses, ranges, networks and host names, separated by commas or line breaks; null for none. */
    @CheckForNull
    public Object getTargets() {
        return targets;
    }

    @DataBoundSetter
    public void setTargets(Object targets) {
        this.targets = lines(targets);
    }

    /** Returns names or IDs of asset lists, one per line; null for none. */
    @CheckForNull
    public Object getAssets() {
        return assets;
    }

    @DataBoundSetter
    public void setAssets(Object assets) {
        this.assets = lines(assets);
    }

    @CheckForNull
    public String getZone() {
        return zone;
    }

    @DataBoundSetter
    public void setZone(String zone) {
        this.zone = Util.fixEmptyAndTrim(zone);
    }

    /** Returns names or IDs of credentials, one per line; null for none. */
    @CheckForNull
    public Object getCredentials() {
        return credentials;
    }

    @DataBoundSetter
    public void setCredentials(Object credentials) {
        this.credentials = lines(credentials);
    }

    /** Returns the limit in seconds, or {@code unlimited}; null for the default of the server. */
    @CheckForNull
    public Object getMaxScanTime() {
        return maxScanTime;
    }

    @DataBoundSetter
    public void setMaxScanTime(Object maxScanTime) {
        this.maxScanTime = lines(maxScanTime);
    }

    /**
     * Creates the scan from the parameters.
     *
     * @param expand expands the variables of a freestyle build
     * @param expandTargets expands the variables of the targets, which can be validated only with their values
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    OnDemandScan scan(UnaryOperator<String> expand, UnaryOperator<String> expandTargets) {
        return new OnDemandScan(
                expand.apply(name),
                expand.apply(policy),
                expand.apply(repository),
                new Scope(
                        ScanTargets.parse(expandTargets.apply(Util.fixNull(targets))),
                        entries(expand.apply(Util.fixNull(assets)))),
                expand.apply(Util.fixNull(zone)),
                entries(expand.apply(Util.fixNull(credentials))),
                expand.apply(Util.fixNull(maxScanTime)));
    }

    /** Returns the targets, with a placeholder for those that contain variables, whose values are not known yet. */
    static String withoutVariables(String targets) {
        return TARGET.matcher(targets)
                .replaceAll(
                        target -> target.group().contains("$") ? ANY_TARGET : Matcher.quoteReplacement(target.group()));
    }

    /** Returns the entries of a text with one entry per line. */
    static List<String> entries(String lines) {
        return lines.lines().map(String::trim).filter(line -> !line.isEmpty()).toList();
    }

    @CheckForNull
    static String lines(Object value) {
        return value instanceof Collection<?> list
                ? Util.fixEmptyAndTrim(list.stream().map(String::valueOf).collect(Collectors.joining("\n")))
                : Util.fixEmptyAndTrim(value == null ? null : value.toString());
    }

    /** Reads the stored parameters. */
    public static final class ConverterImpl extends StoredObjectConverter<OnDemandDefinition> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of an on-demand scan. */
    @Extension
    public static final class DescriptorImpl extends OnDemandDescriptor {

        private static final List<String> FREE_FIELDS = List.of("targets", "assets", "credentials", "maxScanTime");

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.OnDemandDefinition_displayName();
        }

        @Override
        public OnDemandDefinition newInstance(StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
            List<String> texts = FREE_FIELDS.stream()
                    .map(field -> StepForms.take(form, field))
                    .toList();
            OnDemandDefinition definition = super.newInstance(req, form);
            definition.setTargets(texts.get(0));
            definition.setAssets(texts.get(1));
            definition.setCredentials(texts.get(2));
            definition.setMaxScanTime(texts.get(3));
            return definition;
        }
    }
}
