package io.jenkins.plugins.securitycenter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The table and the diagram of packages in docs/architecture.md.
 *
 * @param packages in the order of the table, from top to bottom
 * @param withoutJenkins those that do not depend on Jenkins
 * @param arrows of the diagram, as {@code from --> to}
 */
record PackagesPage(List<String> packages, List<String> withoutJenkins, List<String> arrows) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|.*\\| (yes|no) \\|$");
    private static final Pattern ARROW = Pattern.compile("(?m)^ +([a-z.]+ --> [a-z.]+)$");

    static PackagesPage read() {
        try {
            String page = Files.readString(Pom.repository().resolve("docs/architecture.md"));
            return new PackagesPage(
                    ROW.matcher(page).results().map(row -> row.group(1)).toList(),
                    ROW.matcher(page)
                            .results()
                            .filter(row -> row.group(2).equals("no"))
                            .map(row -> row.group(1))
                            .toList(),
                    ARROW.matcher(page).results().map(arrow -> arrow.group(1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
