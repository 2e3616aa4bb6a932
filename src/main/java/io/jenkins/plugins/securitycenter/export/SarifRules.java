package io.jenkins.plugins.securitycenter.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The rules of a SARIF run, one for each plugin. Collected in a temporary file because their texts are long. */
final class SarifRules implements Closeable {

    private final Map<String, Integer> indexes = new HashMap<>();
    private final Path file;
    private final CompressedSize size;
    private final SafeJsonGenerator json;

    SarifRules() throws IOException {
        file = Files.createTempFile("securitycenter-rules", ".json");
        size = new CompressedSize(new BufferedOutputStream(Files.newOutputStream(file)));
        json = SafeJsonGenerator.to(size);
        json.writeStartArray();
    }

    /** Returns the index of the rule for the plugin of the finding, adding the rule if it is new. */
    int index(Finding finding) throws IOException {
        Integer known = indexes.putIfAbsent(finding.plugin().id(), indexes.size());
        if (known != null) {
            return known;
        }
        new SarifRule(json, finding).write();
        return indexes.size() - 1;
    }

    /** Returns the compressed size of the rules so far, in bytes. */
    long compressedBytes() {
        return size.bytes();
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
}
