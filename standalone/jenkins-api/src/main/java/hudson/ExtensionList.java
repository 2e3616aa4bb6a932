package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.util.AbstractList;
import jenkins.model.Jenkins;

public class ExtensionList<T> extends AbstractList<T> {
    protected ExtensionList(Jenkins jenkins, Class<T> extensionType) {}

    public static @NonNull <T> ExtensionList<T> lookup(Class<T> type) {
        return Declared.only();
    }

    public static @NonNull <U> U lookupSingleton(Class<U> type) {
        return Declared.only();
    }

    public static @NonNull <U> U lookupFirst(Class<U> type) {
        return Declared.only();
    }

    public @CheckForNull <U extends T> U get(@NonNull Class<U> type) {
        return Declared.only();
    }

    @Override
    public T get(int index) {
        return Declared.only();
    }

    @Override
    public int size() {
        return Declared.<Integer>only();
    }
}
