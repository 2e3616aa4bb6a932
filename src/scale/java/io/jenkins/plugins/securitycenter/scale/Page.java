package io.jenkins.plugins.securitycenter.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL of a page of the documentation: one block in each section that has any. */
final class Page {

    private final String text;

    Page(Path file) throws IOException {
        text = Files.readString(file);
    }

    /** Returns the statements in the section with that heading. */
    List<String> statements(String heading) {
        Matcher block = Pattern.compile(
                        "^### " + Pattern.quote(heading) + "\\R+```sql\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text);
        if (!block.find()) {
            throw new IllegalStateException("No SQL below the heading \"" + heading + "\"");
        }
        return new ArrayList<>(List.of(block.group(1).strip().split(";\\s*(\\R|$)")));
    }
}
