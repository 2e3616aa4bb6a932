package io.jenkins.plugins.securitycenter.contract;

import static org.assertj.core.api.Assertions.fail;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that a test compares with what it makes of the sources, or writes when that is asked for.
 *
 * @param file from the root of the repository
 * @param property the system property that makes the test write the file
 */
record Golden(String file, Class<?> test, String property) {

    private static final int SHOWN = 60;

    /** The command that writes the file. */
    String command() {
        return "mvn -f standalone test -Dtest=" + test.getSimpleName() + " -D" + property + "=true";
    }

    /**
     * Fails when the file differs from that text, or writes it.
     *
     * @param sentence the beginning of the failure
     */
    void check(String text, String sentence) throws IOException {
        Path path = Pom.repository().resolve(file);
        if (Boolean.getBoolean(property)) {
            Files.writeString(path, text);
            return;
        }
        List<String> differences = differences(Files.exists(path) ? Files.readString(path) : "", text);
        if (!differences.isEmpty()) {
            fail("%s\n%s\nIf this is meant, run: %s", sentence, String.join("\n", differences), command());
        }
    }

    /** The lines that only the first text has, with a minus, and those that only the second has, with a plus. */
    private static List<String> differences(String stored, String present) {
        List<String> old = located(stored);
        List<String> now = located(present);
        List<String> differences = new ArrayList<>();
        without(old, now).forEach(line -> differences.add("- " + line));
        without(now, old).forEach(line -> differences.add("+ " + line));
        if (differences.isEmpty() && !old.equals(now)) {
            differences.add("The lines are in another order.");
        }
        return differences.subList(0, Math.min(SHOWN, differences.size()));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }

    /** The lines, an indented one with the heading that it belongs to. */
    private static List<String> located(String text) {
        List<String> lines = new ArrayList<>();
        String heading = "";
        for (String line : text.lines().toList()) {
            heading = line.startsWith("  ") ? heading : line;
            lines.add(line.startsWith("  ") ? heading + ": " + line.strip() : line);
        }
        return lines;
    }
}
