package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securitycenter.config.CredentialsLookup;
import io.jenkins.plugins.securitycenter.config.FormNumbers;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.export.SarifSelection;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RiskCondition;
import io.jenkins.plugins.securitycenter.gate.ScanQuality;
import io.jenkins.plugins.securitycenter.task.ServerChoice;
import io.jenkins.plugins.securitycenter.text.MessageText;
import io.jenkins.plugins.securitycenter.verification.VerificationTask;
import io.jenkins.plugins.securitycenter.watch.TimeLimit;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The base class of all steps. A step stores its parameters as specified, valid or not. They are validated when the
 * step starts, and by its form, so that an error has the same message everywhere.
 */
@Restricted(NoExternalUse.class)
public abstract class SecurityCenterStep extends Step implements Serializable {

    /** The number fields in the forms of all steps and their nested objects. */
    public static final FormNumbers NUMBERS = new FormNumbers(Map.ofEntries(
            Map.entry("timeout", TimeLimit.MINUTES),
            Map.entry("maximumScans", VerificationTask.SCANS),
            Map.entry("threshold", Gate.THRESHOLD),
            Map.entry("minimumCvss", GateCondition.MINIMUM_CVSS),
            Map.entry("minimumVpr", GateCondition.MINIMUM_VPR),
            Map.entry("minimumEpss", RiskCondition.MINIMUM_EPSS),
            Map.entry("olderThanDays", RiskCondition.OLDER_THAN_DAYS),
            Map.entry("authenticatedHosts", ScanQuality.AUTHENTICATED_HOSTS),
            Map.entry("scannedTargets", ScanQuality.SCANNED_TARGETS),
            Map.entry("pluginFeedDays", ScanQuality.PLUGIN_FEED_DAYS),
            Map.entry("sarifLimit", SarifSelection.LIMIT)));

    private static final long serialVersionUID = 1;

    private @Nullable String server;
    private @Nullable String credentialsId;
    /** The elements of the stored configuration that Jenkins left out; null for none. */
    private @Nullable String unreadable;

    /** Returns the name of a configured server; null for the default server. */
    @CheckForNull
    public String getServer() {
        return server;
    }

    @DataBoundSetter
    public void setServer(String server) {
        this.server = Util.fixEmptyAndTrim(server);
    }

    /** Returns the ID of the credentials; null for those of the server. */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /** Remembers elements of the stored configuration that Jenkins left out, also when the job is stored again. */
    public final void leftOut(String elements) {
        unreadable = elements;
    }

    /** Returns what is wrong with the stored configuration, for the form; null if nothing is. */
    @CheckForNull
    public final String getProblem() {
        return unreadable == null
                ? null
                : "The stored configuration of the step is not understood: " + unreadable
                        + "; correct config.xml, or check the step in the configuration of the job and save it.";
    }

    /**
     * Checks that nothing of the stored configuration was left out. A gate or a limit without its element would be none.
     *
     * @throws IllegalArgumentException if something was left out, with a message for the user
     */
    public final void checkComplete() {
        if (unreadable != null) {
            throw new IllegalArgumentException(getProblem());
        }
    }

    /** @param expand expands the variables of a freestyle build */
    final ServerChoice connection(UnaryOperator<String> expand) {
        return new ServerChoice(
                expand.apply(Util.fixNull(getServer())), expand.apply(Util.fixNull(getCredentialsId())));
    }

    /**
     * Returns the execution of a step if its parameters are valid.
     *
     * @param execution throws an {@link IllegalArgumentException} with a message for the user if a parameter is not
     *     valid
     * @throws AbortException if a parameter is not valid, with a message for the user
     */
    static StepExecution checked(Supplier<StepExecution> execution) throws AbortException {
        try {
            return execution.get();
        } catch (IllegalArgumentException e) {
            throw UserFailures.abort(MessageText.of(e));
        }
    }

    /** The base class of the descriptors of all steps. */
    public abstract static class SecurityCenterStepDescriptor extends StepDescriptor implements ScriptObject {

        @Override
        public final String scriptName() {
            return getFunctionName();
        }

        /**
         * Creates the step of a script.
         *
         * @throws AbortException if a parameter is not valid, with a message for the user
         */
        @Override
        public final Step newInstance(Map<String, Object> arguments) throws Exception {
            try {
                return super.newInstance(arguments);
            } catch (IllegalArgumentException e) {
                // Jenkins wraps the exception of an object in the step, with all arguments in the message.
                Throwable cause = e;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                throw cause instanceof IllegalArgumentException wrong ? UserFailures.abort(MessageText.of(wrong)) : e;
            }
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        /** @throws UnsupportedOperationException if the step cannot run, with a comment that is shown instead of a snippet */
        @Override
        public UninstantiatedDescribable uninstantiate(Step step) {
            if (step instanceof TaskStep task) {
                checkRunnable(task);
            }
            // The inherited method and defineArguments would call each other.
            return DescribableModel.uninstantiate2_(step);
        }

        private static void checkRunnable(TaskStep step) {
            try {
                step.task(UnaryOperator.identity());
            } catch (IllegalArgumentException e) {
                if (!MessageText.of(e).contains("$")) {
                    throw new UnsupportedOperationException("// " + e.getMessage(), e);
                }
            }
        }

        @POST
        public ListBoxModel doFillServerItems(@AncestorInPath Item item, @QueryParameter String server) {
            ListBoxModel list = new ListBoxModel();
            list.add(Messages.SecurityCenterStep_defaultServer(), "");
            if (StepForms.maySeeServers(item)) {
                servers().forEach(known -> list.add(known.getName()));
            }
            if (list.stream().noneMatch(option -> option.value.equals(Util.fixNull(server)))) {
                list.add(server);
            }
            return list;
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String server, @QueryParameter String credentialsId) {
            return CredentialsLookup.choice(item, StepForms.maySeeServers(item) ? url(server) : "", credentialsId);
        }

        @POST
        public FormValidation doCheckServer(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.maySeeServers(item) && !value.contains("$")
                    ? UserFailures.validation(
                            () -> SecurityCenterConfiguration.get().server(value))
                    : FormValidation.ok();
        }

        @NonNull
        private static String url(String server) {
            try {
                return SecurityCenterConfiguration.get().server(server).getUrl();
            } catch (IllegalArgumentException e) {
                return "";
            }
        }

        private static List<Server> servers() {
            return SecurityCenterConfiguration.get().getServers();
        }
    }
}
