package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One call of the API.
 *
 * @param path below {@code /rest}, for example {@code /scan/3}; see {@link ApiPath}
 * @param query parameters in the order of the map
 * @param effect what it does to the server, which decides whether it may be sent again when its answer was lost
 * @param operation a verb phrase for messages, for example "launch scan 3"
 */
public record Request(
        Method method, String path, Map<String, String> query, Body body, Effect effect, String operation) {

    /** The methods of the API. */
    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE;

        /**
         * Reads a method in any case.
         *
         * @throws IllegalArgumentException with a sentence that lists what is allowed
         */
        public static Method parse(String word) {
            return Arrays.stream(values())
                    .filter(known -> known.name().equalsIgnoreCase(word.trim()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "method \"" + word + "\" is unknown; allowed are " + String.join(", ", words()) + "."));
        }

        /** All of them, as users write them. */
        public static String[] words() {
            return Arrays.stream(values()).map(Enum::name).toArray(String[]::new);
        }
    }

    /** What a call carries. */
    public sealed interface Body {
        /** Nothing. */
        record Empty() implements Body {}

        /** A JSON value. */
        record Json(JsonNode value) implements Body {}

        /** A file, sent as the multipart part {@code Filedata}; a call throws UncheckedIOException when it is unreadable. */
        record Upload(String fileName, Source source) implements Body {}
    }

    /** Content that can be opened once more when a call has to be repeated. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;

        /** The number of bytes; -1 when it is not known, which some web servers do not like. */
        default long length() {
            return -1;
        }
    }

    /** What a call does to the server. */
    public enum Effect {
        /** It may change something: it is sent once. */
        CHANGES,
        /** It only reads: it may be repeated. */
        READS,
        /** It only reads, and its answer may take hours to arrive. */
        DOWNLOADS,
        /** It may change something, and its answer may take hours to arrive: it is sent once. */
        MAKES_FILE
    }

    private static final Body EMPTY = new Body.Empty();

    public Request {
        Objects.requireNonNull(method);
        path = ApiPath.check(path);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        Objects.requireNonNull(body);
        Objects.requireNonNull(operation);
    }

    public static Request get(String path) {
        return of(Method.GET, path, EMPTY);
    }

    public static Request post(String path, JsonNode body) {
        return of(Method.POST, path, new Body.Json(body));
    }

    public static Request delete(String path) {
        return of(Method.DELETE, path, EMPTY);
    }

    /** A call without a body; only a GET counts as reading. */
    public static Request of(Method method, String path) {
        return of(method, path, EMPTY);
    }

    /** A call with a body; only a GET counts as reading. */
    public static Request of(Method method, String path, Body body) {
        Effect effect = method == Method.GET ? Effect.READS : Effect.CHANGES;
        return new Request(method, path, Map.of(), body, effect, method + " " + path);
    }

    public Request query(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Request(method, path, more, body, effect, operation);
    }

    /** This call with another body. */
    public Request body(Body other) {
        return new Request(method, path, query, other, effect, operation);
    }

    /** This call with another effect than its method suggests. */
    public Request effect(Effect known) {
        return new Request(method, path, query, body, known, operation);
    }

    boolean repeatable() {
        return effect == Effect.READS || effect == Effect.DOWNLOADS;
    }

    /** Whether a file goes up or down, which may take long. */
    boolean transfersFile() {
        return effect == Effect.DOWNLOADS || effect == Effect.MAKES_FILE || body instanceof Body.Upload;
    }

    /** This call with a file for an answer. */
    Request answeredByFile() {
        return effect(repeatable() ? Effect.DOWNLOADS : Effect.MAKES_FILE);
    }

    public Request toDo(String verbPhrase) {
        return new Request(method, path, query, body, effect, verbPhrase);
    }
}
