package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.AbstractList;
import jenkins.model.Jenkins;

public class ExtensionList<T> extends AbstractList<T> {
    protected ExtensionList(Jenkins jenkins, Class<T> extensionType) {}

    public static native @NonNull <T> ExtensionList<T> lookup(Class<T> type);

    public static native @NonNull <U> U lookupSingleton(Class<U> type);

    public static native @NonNull <U> U lookupFirst(Class<U> type);

    public native @CheckForNull <U extends T> U get(@NonNull Class<U> type);

    @Override
    public native T get(int index);

    @Override
    public native int size();
}
