package io.jenkins.plugins.securitycenter.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The SQL of a page of the documentation: the first block of a section. */
final class Page {

    private static final String BEGIN = "\n```sql\n";
    private static final String END = "\n```\n";

    private final String text;

    Page(Path file) throws IOException {
        text = Files.readString(file).replace("\r\n", "\n");
    }

    /** Returns the statements in the section with that heading. */
    List<String> statements(String heading) {
        int section = text.indexOf("\n### " + heading + "\n");
        int begin = text.indexOf(BEGIN, Math.max(section, 0));
        if (section < 0 || begin < 0 || text.substring(section + 1, begin).contains("\n#")) {
            throw new IllegalStateException("No SQL below the heading \"" + heading + "\"");
        }
        begin += BEGIN.length();
        return new ArrayList<>(
                List.of(text.substring(begin, text.indexOf(END, begin)).split(";\n*")));
    }
}
