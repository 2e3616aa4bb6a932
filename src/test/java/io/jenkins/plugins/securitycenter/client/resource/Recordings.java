package io.jenkins.plugins.securitycenter.client.resource;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The exchanges with real servers that may be beside the project, in {@code shared/securitycenter/recorded}. */
public final class Recordings {

    /** One call and what was answered to it. */
    public record Exchange(String file, String method, String path, int status, JsonNode headers, JsonNode body) {

        JsonNode response() {
            return body.path("response");
        }

        boolean answered() {
            return status == 200 && body.path("error_code").asInt(-1) == 0;
        }

        @Override
        public String toString() {
            return file + ": " + method + " " + path;
        }
    }

    private Recordings() {}

    /** All of them; where there are none, the test that asks is skipped. */
    public static List<Exchange> all() throws IOException {
        Path folder = folder();
        assumeTrue(folder != null, "There is no folder shared/securitycenter/recorded beside the project");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(Recordings::read)
                    .toList();
        }
    }

    /** The first successful answer to a call in a file. */
    static JsonNode response(String file, String method) throws IOException {
        return all().stream()
                .filter(exchange -> exchange.file().equals(file + ".json")
                        && exchange.method().equals(method)
                        && exchange.answered())
                .findFirst()
                .orElseThrow()
                .response();
    }

    /** A file beside the folder of recordings; where there is none, the test that asks is skipped. */
    static JsonNode beside(String name) throws IOException {
        Path folder = folder();
        assumeTrue(
                folder != null && Files.exists(folder.resolveSibling(name)),
                "There is no file shared/securitycenter/" + name + " beside the project");
        return EnvelopeReader.mapper().readTree(folder.resolveSibling(name).toFile());
    }

    private static Path folder() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/securitycenter/recorded");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** The path with the ID of what was read: in many recordings, the one in the URL was replaced afterwards. */
    private static String path(JsonNode exchange) {
        String path = exchange.at("/request/path").asText().replaceFirst("^/rest", "");
        String id = exchange.at("/response/body/response/id").asText();
        boolean read = exchange.at("/request/method").asText().equals("GET") && id.matches("\\d+");
        return read ? path.replaceFirst("/\\d+$", "/" + id) : path;
    }

    private static Stream<Exchange> read(Path file) {
        try {
            JsonNode content = EnvelopeReader.mapper().readTree(file.toFile());
            return StreamSupport.stream(content.path("exchanges").spliterator(), false)
                    .map(exchange -> new Exchange(
                            file.getFileName().toString(),
                            exchange.at("/request/method").asText(),
                            path(exchange),
                            exchange.at("/response/status").asInt(),
                            exchange.at("/response/headers"),
                            exchange.at("/response/body")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
