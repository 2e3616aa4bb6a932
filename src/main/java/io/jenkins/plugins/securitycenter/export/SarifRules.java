package io.jenkins.plugins.securitycenter.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules of a SARIF run, one for each plugin. Collected in a temporary file because their texts are long. */
final class SarifRules implements Closeable {

    private static final Pattern FEED_PLUGIN = Pattern.compile("[1-9]\\d{4,5}");

    private final Map<String, Integer> indexes = new HashMap<>();
    private final Path file;
    private final SafeJsonGenerator json;

    SarifRules() throws IOException {
        file = Files.createTempFile("securitycenter-rules", ".json");
        json = SafeJsonGenerator.to(new BufferedOutputStream(Files.newOutputStream(file)));
        json.writeStartArray();
    }

    /** Returns the index of the rule for the plugin of the finding, adding the rule if it is new. */
    int index(Finding finding) throws IOException {
        Integer known = indexes.putIfAbsent(finding.plugin().id(), indexes.size());
        if (known != null) {
            return known;
        }
        write(finding);
        return indexes.size() - 1;
    }

    /** Ends the collection and writes it as an array. */
    void copyTo(SafeJsonGenerator target) throws IOException {
        json.writeEndArray();
        json.close();
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            target.copyCurrentStructure(parser);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            json.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Writes a message that viewers show unchanged: in SARIF, braces and links in brackets have a special meaning. */
    static void writeMessage(SafeJsonGenerator json, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeObjectFieldStart(name);
            json.writeStringField("text", escaped(text));
            json.writeEndObject();
        }
    }

    /** Doubles braces, and escapes opening brackets whose closing bracket is followed by a parenthesis. */
    static String escaped(CharSequence text) {
        StringBuilder escaped = new StringBuilder(text.length());
        int close = -1;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '{' || next == '}') {
                escaped.append(next);
            } else if (next == '[') {
                close = close < i ? end(text, i) : close;
                boolean link = close + 1 < text.length() && text.charAt(close + 1) == '(';
                escaped.append(link ? "\\" : "");
            }
            escaped.append(next);
        }
        return escaped.toString();
    }

    /** Returns the position of the next closing bracket; the length of the text if there is none. */
    private static int end(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != ']') {
            end++;
        }
        return end;
    }

    private void write(Finding finding) throws IOException {
        Plugin plugin = finding.plugin();
        json.writeStartObject();
        json.writeStringField("id", plugin.id());
        writeMessage(json, "shortDescription", plugin.name());
        writeMessage(json, "fullDescription", plugin.description());
        writeMessage(json, "help", help(plugin));
        if (FEED_PLUGIN.matcher(plugin.id()).matches()) {
            String kind = finding.host().url().isEmpty() ? "nessus/" : "was/";
            json.writeStringField("helpUri", "https://www.tenable.com/plugins/" + kind + plugin.id());
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("security-severity", score(finding));
        json.writeTexts("tags", List.of("security"));
        json.writeStringField("family", plugin.family());
        json.writeTexts("cves", plugin.cves());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String help(Plugin plugin) {
        String links = String.join("\n", plugin.seeAlso());
        return plugin.solution().isEmpty() || links.isEmpty()
                ? plugin.solution() + links
                : plugin.solution() + "\n\n" + links;
    }

    /**
     * Returns the score by which GitHub ranks the rule: the CVSS base score, or the middle of the range of the
     * severity.
     */
    private static String score(Finding finding) {
        return Double.toString(finding.risk().cvss().orElse(middle(finding.severity())));
    }

    private static double middle(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 9.5;
            case HIGH -> 8;
            case MEDIUM -> 5.5;
            case LOW -> 2;
            case INFO -> 0;
        };
    }
}
