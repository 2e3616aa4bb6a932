package jenkins.model.details;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Actionable;
import java.util.List;

public abstract class DetailFactory<T extends Actionable> implements ExtensionPoint {
    public abstract Class<T> type();

    public abstract @NonNull List<? extends Detail> createFor(@NonNull T target);
}
