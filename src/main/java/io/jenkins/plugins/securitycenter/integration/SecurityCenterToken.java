package io.jenkins.plugins.securitycenter.integration;

import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.record.RecordToken;
import java.util.List;
import org.jenkinsci.plugins.tokenmacro.DataBoundTokenMacro;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The token {@code SECURITYCENTER} of the Token Macro plugin, without which Jenkins does not load this class. */
@Restricted(NoExternalUse.class)
@Extension(optional = true)
public final class SecurityCenterToken extends DataBoundTokenMacro {

    private static final String NAME = "SECURITYCENTER";

    private String value = RecordToken.DEFAULT_VALUE;
    private String severity = "";
    private String id = "";

    @Parameter
    public void setValue(String value) {
        this.value = Util.fixNull(value);
    }

    @Parameter
    public void setSeverity(String severity) {
        this.severity = Util.fixNull(severity);
    }

    @Parameter
    public void setId(String id) {
        this.id = Util.fixNull(id);
    }

    @Override
    public boolean acceptsMacroName(String macroName) {
        return macroName.equals(NAME);
    }

    @Override
    public List<String> getAcceptedMacroNames() {
        return List.of(NAME);
    }

    @Override
    public String evaluate(AbstractBuild<?, ?> context, TaskListener listener, String macroName) {
        return RecordToken.of(context, value, severity, id);
    }

    @Override
    public String evaluate(Run<?, ?> run, FilePath workspace, TaskListener listener, String macroName) {
        return RecordToken.of(run, value, severity, id);
    }
}
