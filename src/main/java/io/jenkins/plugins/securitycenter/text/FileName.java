package io.jenkins.plugins.securitycenter.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Converts names from the server to file names that are valid on every operating system. */
public final class FileName {

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}._-]++");
    private static final Pattern HIDDEN = Pattern.compile("\\A[._]++");
    /** Reserved device names on Windows, with any extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDING = Pattern.compile("[A-Za-z0-9]{1,8}");
    /** The maximum length in bytes; file systems allow 255 or slightly less. */
    private static final int LONGEST = 200;

    private FileName() {}

    /**
     * Returns a file name with the given extension, for example {@code Weekly_report.pdf}.
     *
     * @param type the extension without its dot; omitted if it is not a valid extension
     * @param otherwise the name to use if no valid character is left of {@code name}
     */
    public static String of(String name, String type, String otherwise) {
        String ending = ENDING.matcher(type).matches() ? "." + type.toLowerCase(Locale.ROOT) : "";
        String stem = stem(name, ending);
        return (stem.isEmpty() ? stem(otherwise, ending) : stem) + ending;
    }

    private static String stem(String name, String ending) {
        String plain = OTHER.matcher(name).replaceAll("_");
        String cut = cut(HIDDEN.matcher(plain).replaceAll(""));
        String stem = ending.isEmpty() ? withoutDots(cut) : cut;
        return DEVICE.matcher(stem + ending).matches() ? "_" + stem : stem;
    }

    private static String cut(String name) {
        int end = 0;
        int bytes = 0;
        while (end < name.length()) {
            int next = name.offsetByCodePoints(end, 1);
            bytes += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST) {
                break;
            }
            end = next;
        }
        return name.substring(0, end);
    }

    /** Removes trailing dots, which Windows drops. */
    private static String withoutDots(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '.') {
            end--;
        }
        return name.substring(0, end);
    }
}
