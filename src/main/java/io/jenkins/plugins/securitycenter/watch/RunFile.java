package io.jenkins.plugins.securitycenter.watch;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads and writes the file with the runs on one server. The file is JSON without secrets, and is always replaced as a
 * whole, so it is never partially written.
 */
class RunFile {

    private static final Logger LOGGER = Logger.getLogger(RunFile.class.getName());

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path directory;
    private final Path file;
    private String url;

    /** @param url address of the server, stored for readers of the file; empty to keep the one in the file */
    RunFile(Path directory, String name, String url) {
        this.directory = directory;
        this.file = directory.resolve(name);
        this.url = url;
    }

    /** Reads the file; renames it and returns an empty list if that is not possible. */
    List<RunEntry> load() {
        try {
            return read();
        } catch (IOException e) {
            LOGGER.log(
                    Level.WARNING,
                    "Could not read the stored runs of a server; launches without a known result are abandoned.",
                    e);
            try {
                LOGGER.log(Level.WARNING, "Moved the damaged file to {0}.", setAside());
            } catch (IOException problem) {
                LOGGER.log(Level.WARNING, "Could not move the damaged file.", problem);
            }
            return List.of();
        }
    }

    /**
     * Reads the file; returns an empty list if it does not exist.
     *
     * @throws IOException if the file cannot be read or is not valid
     */
    List<RunEntry> read() throws IOException {
        List<RunEntry> entries = new ArrayList<>();
        if (Files.exists(file)) {
            JsonNode root = MAPPER.readTree(file.toFile());
            url = url.isEmpty() ? root.path("server").asText() : url;
            if (!root.path("runs").isArray()) {
                throw new IOException(file + " does not contain a list of runs.");
            }
            for (JsonNode run : root.path("runs")) {
                entries.add(entry(run));
            }
        }
        return entries;
    }

    private RunEntry entry(JsonNode run) throws IOException {
        RunEntry entry = MAPPER.treeToValue(run, RunEntry.class);
        boolean complete = entry.owner() != null
                && entry.owner().key() != null
                && entry.state() != null
                && entry.state().isComplete();
        if (!complete) {
            throw new IOException("A run in " + file + " has no owner or an incomplete state.");
        }
        return entry;
    }

    /** Replaces the file. The content is on disk when this method returns. */
    void write(Collection<RunEntry> entries) throws IOException {
        Files.createDirectories(directory);
        Path part = sibling(".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer content = ByteBuffer.wrap(content(entries));
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] content(Collection<RunEntry> entries) throws JsonProcessingException {
        ObjectNode root = MAPPER.createObjectNode().put("server", url);
        root.set("runs", MAPPER.valueToTree(entries));
        return MAPPER.writeValueAsBytes(root);
    }

    /** Renames a file that cannot be read; returns its new path. */
    Path setAside() throws IOException {
        return Files.move(file, sibling(".damaged"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns whether a file was renamed, so that its runs are not known. */
    boolean wasSetAside() {
        return Files.exists(sibling(".damaged"));
    }

    private Path sibling(String ending) {
        return directory.resolve(file.toFile().getName() + ending);
    }
}
