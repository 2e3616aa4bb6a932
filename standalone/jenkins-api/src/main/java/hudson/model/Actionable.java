package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.util.List;

public abstract class Actionable extends AbstractModelObject {
    public void addAction(@NonNull Action a) {
        Declared.only();
    }

    public boolean addOrReplaceAction(@NonNull Action a) {
        return Declared.<Boolean>only();
    }

    public <T extends Action> T getAction(Class<T> type) {
        return Declared.only();
    }

    public @NonNull <T extends Action> List<T> getActions(Class<T> type) {
        return Declared.only();
    }

    public final @NonNull List<? extends Action> getAllActions() {
        return Declared.only();
    }

    public void replaceAction(@NonNull Action a) {
        Declared.only();
    }
}
