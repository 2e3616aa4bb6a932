package jenkins.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public class SystemProperties {
    private SystemProperties() {}

    public static @CheckForNull String getString(String key) {
        return System.getProperty(key);
    }

    public static boolean getBoolean(String name) {
        return Boolean.getBoolean(name);
    }

    public static Integer getInteger(String name, Integer def) {
        return Integer.getInteger(name, def);
    }

    public static Long getLong(String name, Long def) {
        return Long.getLong(name, def);
    }
}
