package hudson.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;

public final class Secret implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String value;

    Secret(String value) {
        this.value = value;
    }

    public static @NonNull Secret fromString(@CheckForNull String data) {
        return new Secret(data == null ? "" : data);
    }

    public static @NonNull String toString(@CheckForNull Secret s) {
        return s == null ? "" : s.value;
    }

    public @NonNull String getPlainText() {
        return value;
    }

    @Override
    public boolean equals(Object that) {
        return that instanceof Secret other && value.equals(other.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
