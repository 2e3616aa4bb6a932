package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Finds the resource for a request and puts what it says into the envelope. */
final class Dispatcher {
    private final World world;
    private final Authentication authentication;
    private final Map<String, Resource> resources;

    Dispatcher(World world) {
        this.world = world;
        authentication = new Authentication(world);
        resources = world.resources();
    }

    Answer answer(Call call) {
        Caller caller = Caller.NOBODY;
        synchronized (world) {
            try {
                Resource resource = resources.get(call.segment(0));
                caller = authentication.caller(call, resource != null && resource.open());
                if (resource == null) {
                    throw call.unknown();
                }
                return success(resource.answer(call, caller), caller.name());
            } catch (Refusal refusal) {
                String type = refusal.html() ? "text/html; charset=UTF-8" : "application/json";
                Answer.Head head = new Answer.Head(caller.name(), Map.of(), List.of());
                return new Answer(403, type, head, envelope(refusal.code(), refusal.getMessage()), false);
            }
        }
    }

    private Answer success(Reply reply, String user) {
        if (reply instanceof Reply.Download file) {
            Map<String, String> headers = Map.of(
                    "Content-Disposition",
                    "attachment; filename=" + file.fileName(),
                    "Content-Transfer-Encoding",
                    "BASE64;");
            Answer.Head head = new Answer.Head(user, headers, List.of());
            return new Answer(200, file.contentType(), head, file.content(), true);
        }
        Reply.Regular regular = (Reply.Regular) reply;
        Answer.Head head = new Answer.Head(user, Map.of(), regular.cookies());
        Reply.Content content = envelope(regular);
        return new Answer(200, "application/json", head, regular.large() ? content : frozen(content), regular.large());
    }

    /** The bytes of now: what is written may change as soon as the lock is free. */
    private static Reply.Content frozen(Reply.Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes::writeTo;
    }

    private Reply.Content envelope(Reply.Regular reply) {
        long now = world.now().getEpochSecond();
        return out -> write(out, reply.response(), 0, reply.message(), now);
    }

    /** An envelope that says what went wrong. */
    Reply.Content envelope(int code, String message) {
        long now = world.now().getEpochSecond();
        return out -> write(out, generator -> generator.writeString(""), code, message, now);
    }

    private static void write(OutputStream out, Json.Value response, int code, String message, long now)
            throws IOException {
        try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("type", "regular");
            json.writeFieldName("response");
            response.write(json);
            json.writeNumberField("error_code", code);
            json.writeStringField("error_msg", message);
            json.writeArrayFieldStart("warnings");
            json.writeEndArray();
            json.writeNumberField("timestamp", now);
            json.writeEndObject();
        }
    }
}
