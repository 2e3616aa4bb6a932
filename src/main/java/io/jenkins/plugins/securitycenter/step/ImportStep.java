package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.run.ImportTask;
import io.jenkins.plugins.securitycenter.run.Suggestions;
import io.jenkins.plugins.securitycenter.suggest.ChoiceKind;
import io.jenkins.plugins.securitycenter.watch.TimeLimit;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Step {@code securityCenterImport}: uploads a file and imports it into a repository. */
public final class ImportStep extends SecurityCenterStep {

    private static final long serialVersionUID = 1;

    private final String file;
    private final String repository;
    private int timeout;

    @DataBoundConstructor
    public ImportStep(String file, String repository) {
        this.file = Util.fixNull(file).trim();
        this.repository = Util.fixNull(repository).trim();
    }

    /** Path in the workspace of a {@code .nessus} file. */
    public String getFile() {
        return file;
    }

    /** The name or id of the repository to import into. */
    public String getRepository() {
        return repository;
    }

    /** In minutes; 0 for no limit. */
    public int getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(int timeout) {
        this.timeout = timeout;
    }

    /**
     * The import that these parameters describe.
     *
     * @param expand puts values for the variables of a freestyle build
     * @throws IllegalArgumentException with a sentence that says which parameter is wrong and what is allowed
     */
    public ImportTask task(UnaryOperator<String> expand) {
        return new ImportTask(
                connection(expand), expand.apply(file), expand.apply(repository), Duration.ofMinutes(timeout));
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        try {
            task(UnaryOperator.identity());
            return new ImportExecution(context, this);
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** The form of the step. */
    @Extension
    public static final class DescriptorImpl extends SecurityCenterStepDescriptor {

        @Override
        public String getFunctionName() {
            return "securityCenterImport";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.ImportStep_displayName();
        }

        @POST
        public FormValidation doCheckFile(@AncestorInPath Item item, @QueryParameter String value) {
            return Forms.validation(item, value, () -> ImportTask.checkFile(value));
        }

        @POST
        public AutoCompletionCandidates doAutoCompleteRepository(Suggestions known, @QueryParameter String value) {
            return known.suggest(ChoiceKind.REPOSITORY, value);
        }

        @POST
        public FormValidation doCheckRepository(Suggestions known, @QueryParameter String value) {
            return Forms.validation(known, ChoiceKind.REPOSITORY, value, () -> ImportTask.checkRepository(value));
        }

        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            return Forms.validation(
                    item, value, () -> TimeLimit.check(Duration.ofMinutes(Forms.wholeNumber("timeout", value))));
        }
    }
}
