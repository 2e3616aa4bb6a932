package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import io.jenkins.plugins.securitycenter.standalone.Declared;

public abstract class AbstractBuild<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Run<P, R> {
    AbstractBuild() {}

    public final P getProject() {
        return Declared.only();
    }

    public final @CheckForNull FilePath getWorkspace() {
        return Declared.only();
    }
}
