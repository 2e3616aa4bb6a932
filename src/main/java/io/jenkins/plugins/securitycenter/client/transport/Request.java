package io.jenkins.plugins.securitycenter.client.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One API request.
 *
 * @param path the path below {@code /rest}, for example {@code /scan/3}; see {@link ApiPath}
 * @param query the query parameters, in the order of the map
 * @param effect the effect on the server, which decides whether the request can be repeated if its response is lost
 * @param operation a verb phrase for messages, for example "launch scan 3"
 */
public record Request(
        Method method, String path, Map<String, String> query, Body body, Effect effect, String operation) {

    /** The HTTP methods of the API. */
    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE;

        /**
         * Parses a method, ignoring case.
         *
         * @throws IllegalArgumentException with a sentence for users that lists the allowed methods
         */
        public static Method parse(String word) {
            return EnumWords.parse(List.of(values()), Method::name, "method", word);
        }

        /** Returns all methods as users enter them. */
        public static String[] words() {
            return Arrays.stream(values()).map(Enum::name).toArray(String[]::new);
        }
    }

    /** The body of a request. */
    public sealed interface Body {
        /** No body. */
        record Empty() implements Body {}

        /** A JSON value. */
        record Json(JsonNode value) implements Body {}

        /**
         * A file, which is sent as the multipart part {@code Filedata}; sending throws IllegalArgumentException with a
         * sentence for users if the file cannot be read.
         */
        record Upload(String fileName, ContentSupplier source) implements Body {}
    }

    /** Content that can be opened again if a request must be repeated. */
    @FunctionalInterface
    public interface ContentSupplier {
        InputStream open() throws IOException;

        /** Returns the number of bytes; -1 if it is unknown, which some web servers reject. */
        default long length() {
            return -1;
        }
    }

    /** The effect of a request on the server. */
    public enum Effect {
        /** May change data: sent once. */
        CHANGES,
        /** Only reads data: can be repeated. */
        READS,
        /** Only reads data, and the response may take hours to arrive. */
        DOWNLOADS,
        /** May change data, and the response may take hours to arrive: sent once. */
        MAKES_FILE,
        /** Opens a session: sent once, and not given up immediately if the thread is interrupted. */
        OPENS_SESSION
    }

    /** A session whose token is not received stays open until its idle timeout. */
    private static final Duration LOGIN_AFTER_INTERRUPT = Duration.ofSeconds(20);

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

    /** Returns a request without a body; only a GET counts as reading. */
    public static Request of(Method method, String path) {
        return of(method, path, EMPTY);
    }

    /** Returns a request with a body; only a GET counts as reading. */
    public static Request of(Method method, String path, Body body) {
        Effect effect = method == Method.GET ? Effect.READS : Effect.CHANGES;
        return new Request(method, path, Map.of(), body, effect, method + " " + path);
    }

    public Request query(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Request(method, path, more, body, effect, operation);
    }

    /** Returns this request with another body. */
    public Request body(Body other) {
        return new Request(method, path, query, other, effect, operation);
    }

    /** Returns this request with another effect than its method suggests. */
    public Request effect(Effect known) {
        return new Request(method, path, query, body, known, operation);
    }

    boolean repeatable() {
        return effect == Effect.READS || effect == Effect.DOWNLOADS;
    }

    /** Returns how long the request may still take after its thread was interrupted. */
    Duration limitAfterInterrupt() {
        return effect == Effect.OPENS_SESSION ? LOGIN_AFTER_INTERRUPT : Duration.ZERO;
    }

    /** Returns whether a file is uploaded or downloaded, which may take long. */
    boolean transfersFile() {
        return effect == Effect.DOWNLOADS || effect == Effect.MAKES_FILE || body instanceof Body.Upload;
    }

    /** Returns this request for a response that is a file. */
    public Request answeredByFile() {
        return effect(repeatable() ? Effect.DOWNLOADS : Effect.MAKES_FILE);
    }

    public Request toDo(String verbPhrase) {
        return new Request(method, path, query, body, effect, verbPhrase);
    }
}
