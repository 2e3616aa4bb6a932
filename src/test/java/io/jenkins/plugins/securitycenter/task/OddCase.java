package io.jenkins.plugins.securitycenter.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An odd answer of a server and how reading it must end; see README.md beside the cases.
 *
 * @param settings what {@code case.json} says
 * @param body of the answer
 */
record OddCase(String name, ObjectNode settings, byte[] body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PLACE = "@VALUE@";

    /** All cases in the folders below that one. */
    static List<OddCase> below(Path directory) {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(folder -> in(folder).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<OddCase> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            ObjectNode settings = (ObjectNode) MAPPER.readTree(Files.readAllBytes(folder.resolve("case.json")));
            List<Path> answers = files.filter(
                            file -> file.getFileName().toString().startsWith("answer."))
                    .toList();
            byte[] body = answers.isEmpty() ? new byte[0] : Files.readAllBytes(answers.get(0));
            String name = folder.getFileName().toString();
            return settings.has("values")
                    ? variants(folder, settings, body)
                    : List.of(new OddCase(name, settings, body));
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static List<OddCase> variants(Path folder, ObjectNode settings, byte[] body) throws IOException {
        List<OddCase> cases = new ArrayList<>();
        for (JsonNode value : settings.path("values")) {
            ObjectNode own = settings.deepCopy();
            own.remove("values");
            value.properties().forEach(field -> own.set(field.getKey(), field.getValue()));
            String variant = own.path(own.has("file") ? "file" : "text").asText();
            byte[] content = own.has("file")
                    ? Files.readAllBytes(folder.resolve(variant))
                    : filled(body, own.path("text").asText());
            String type = value.path("contentType").asText();
            String as = type.isEmpty() ? "" : " as " + type;
            cases.add(new OddCase(folder.getFileName() + ": " + variant.strip() + as, own, content));
        }
        return cases;
    }

    private static byte[] filled(byte[] template, String value) {
        String inserted = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new String(template, StandardCharsets.ISO_8859_1)
                .replace(PLACE, inserted)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    String kind() {
        return settings.path("kind").asText();
    }

    /** A setting as text; empty when there is none. */
    String text(String setting) {
        return settings.path(setting).asText();
    }

    /** Whether the product is known to end wrong so far. */
    boolean pending() {
        return settings.path("pending").asBoolean();
    }

    /** The ends that are right; one of them is enough. */
    List<JsonNode> ends() {
        JsonNode end = settings.path("end");
        List<JsonNode> ends = new ArrayList<>();
        if (end.isArray()) {
            end.forEach(ends::add);
        } else {
            ends.add(end);
        }
        return ends;
    }

    @Override
    public String toString() {
        return name;
    }
}
