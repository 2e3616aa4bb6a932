package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What a resource answers, before it becomes bytes. */
sealed interface Reply {

    /** An answer in the envelope; {@code large} ones are never put together in memory. */
    record Regular(Json.Value response, boolean large, List<String> cookies, String message) implements Reply {}

    /** A file, streamed. */
    record Download(String contentType, String fileName, Content content) implements Reply {}

    /** Writes the bytes of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static Regular of(JsonNode response) {
        return of(response, List.of());
    }

    static Regular of(JsonNode response, List<String> cookies) {
        return new Regular(out -> out.writeTree(response), false, cookies, "");
    }

    /** The empty text that stands for "nothing to say". */
    static Regular nothing() {
        return new Regular(out -> out.writeString(""), false, List.of(), "");
    }

    /** Success that says in its message that it failed. */
    static Regular complaint(String message) {
        return new Regular(out -> out.writeString(""), false, List.of(), message);
    }

    static Regular streamed(Json.Value response) {
        return new Regular(response, true, List.of(), "");
    }
}
