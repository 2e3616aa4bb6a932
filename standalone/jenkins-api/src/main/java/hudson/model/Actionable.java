package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;

public abstract class Actionable extends AbstractModelObject {
    public native void addAction(@NonNull Action a);

    public native boolean addOrReplaceAction(@NonNull Action a);

    public native <T extends Action> T getAction(Class<T> type);

    public native @NonNull <T extends Action> List<T> getActions(Class<T> type);

    public final native @NonNull List<? extends Action> getAllActions();

    public native boolean removeAction(@NonNull Action a);

    public native void replaceAction(@NonNull Action a);
}
