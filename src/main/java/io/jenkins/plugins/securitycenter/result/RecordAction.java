package io.jenkins.plugins.securitycenter.result;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.nio.file.Path;
import jenkins.model.RunAction2;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** An action that a record attaches to its build, next to the file with the findings. */
@Restricted(NoExternalUse.class)
public abstract class RecordAction implements RunAction2 {

    private final String id;
    private final String name;
    private transient Run<?, ?> run;

    /** @param name the heading of the record on pages */
    RecordAction(Run<?, ?> run, String id, String name) {
        this.run = run;
        this.id = id;
        this.name = TextSanitizer.xml(name);
    }

    /** Returns the file that contains the findings. */
    public final Path file() {
        return StoredFindings.file(run.getRootDir().toPath(), id);
    }

    public final Run<?, ?> getRun() {
        return run;
    }

    @Override
    public final void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public final void onLoad(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public final String getIconFileName() {
        return "symbol-shield-warning";
    }

    @Override
    public final String getDisplayName() {
        return name;
    }

    @Override
    public final String getUrlName() {
        return id;
    }
}
