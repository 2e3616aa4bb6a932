package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;

public class Util {
    private Util() {}

    public static @CheckForNull String fixEmpty(@CheckForNull String s) {
        return s == null || s.isEmpty() ? null : s;
    }

    public static @CheckForNull String fixEmptyAndTrim(@CheckForNull String s) {
        return s == null ? null : fixEmpty(s.trim());
    }

    public static @NonNull String fixNull(@CheckForNull String s) {
        return s == null ? "" : s;
    }

    public static native @NonNull String getTimeSpanString(long duration);

    public static native @NonNull String rawEncode(@NonNull String s);

    public static @Nullable String escape(@CheckForNull String text) {
        return text == null
                ? null
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#039;")
                        .replace("\n", "<br>")
                        .replaceAll(" (?= )", "&nbsp;");
    }
}
