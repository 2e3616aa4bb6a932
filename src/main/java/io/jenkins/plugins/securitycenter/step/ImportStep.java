package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import io.jenkins.plugins.securitycenter.task.ImportTask;
import java.util.function.UnaryOperator;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Step {@code securityCenterImport}: uploads a file and imports it into a repository. */
@Restricted(NoExternalUse.class)
public final class ImportStep extends WaitingStep {

    private static final long serialVersionUID = 1;

    private final String file;
    private final String repository;

    @DataBoundConstructor
    public ImportStep(String file, String repository) {
        this.file = Util.fixNull(file).trim();
        this.repository = Util.fixNull(repository).trim();
    }

    /** Returns the path in the workspace of a {@code .nessus} file. */
    public String getFile() {
        return file;
    }

    /** Returns the name or ID of the repository into which the file is imported. */
    public String getRepository() {
        return repository;
    }

    @Override
    public ImportTask task(UnaryOperator<String> expand) {
        return new ImportTask(expand.apply(Util.fixNull(file)), expand.apply(Util.fixNull(repository)), limit());
    }

    @Override
    boolean hasScanResult() {
        return true;
    }

    @Override
    String preparing() {
        return "preparing the import of " + file;
    }

    /** Reads the step of a freestyle job. */
    public static final class ConverterImpl extends StoredStepConverter {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of the step. */
    @Extension
    public static final class DescriptorImpl extends LongStepDescriptor {

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
            return StepForms.validation(item, value, () -> ImportTask.checkFile(value));
        }

        @POST
        public AutoCompletionCandidates doAutoCompleteRepository(FormSuggestions known, @QueryParameter String value) {
            return known.suggest(SuggestionType.REPOSITORY, value);
        }

        @POST
        public FormValidation doCheckRepository(FormSuggestions known, @QueryParameter String value) {
            return StepForms.validation(
                    known, SuggestionType.REPOSITORY, value, () -> ImportTask.checkRepository(value));
        }
    }
}
