package io.jenkins.plugins.securitycenter.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import io.jenkins.plugins.securitycenter.text.Surrogates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A JSON generator for arbitrary strings. Jackson's own generator fails on unpaired surrogates, and completes a document
 * that is closed before its end.
 */
final class SafeJsonGenerator extends JsonGeneratorDelegate {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final OutputStream stream;

    private SafeJsonGenerator(OutputStream stream) throws IOException {
        super(FACTORY.createGenerator(stream, JsonEncoding.UTF8)
                .disable(Feature.FLUSH_PASSED_TO_STREAM)
                .disable(Feature.AUTO_CLOSE_JSON_CONTENT));
        this.stream = stream;
    }

    static SafeJsonGenerator to(OutputStream stream) throws IOException {
        return new SafeJsonGenerator(stream);
    }

    @Override
    public void flush() throws IOException {
        super.flush();
        stream.flush();
    }

    /** Writes a value that is JSON in UTF-8 already. */
    void writeEncoded(byte[] value) throws IOException {
        // writes the separator before the value, and whatever the generator still buffers, but does not flush the
        // stream
        super.writeRawValue("");
        super.flush();
        stream.write(value);
    }

    @Override
    public void writeString(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == text.length() && new String(bytes, StandardCharsets.US_ASCII).equals(text)) {
            // most texts; faster than characters, and there are no surrogates
            super.writeUTF8String(bytes, 0, bytes.length);
        } else {
            super.writeString(Surrogates.wellFormed(text));
        }
    }

    /** Writes the field, unless the string is empty. */
    void writeText(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            writeStringField(name, text);
        }
    }

    /** Writes a field with an array of strings. */
    void writeTexts(String name, List<String> texts) throws IOException {
        writeArrayFieldStart(name);
        for (String text : texts) {
            writeString(text);
        }
        writeEndArray();
    }

    /** Writes a field with a number, or null if there is none. */
    void writeScore(String name, OptionalDouble score) throws IOException {
        writeFieldName(name);
        if (score.isPresent()) {
            writeNumber(score.getAsDouble());
        } else {
            writeNull();
        }
    }

    /** Writes a field with true or false, or null if that is unknown. */
    void writeFlag(String name, Optional<Boolean> flag) throws IOException {
        writeFieldName(name);
        if (flag.isPresent()) {
            writeBoolean(flag.get());
        } else {
            writeNull();
        }
    }

    /** Writes a field with a time in ISO 8601 format, or null if there is none. */
    void writeTime(String name, Optional<Instant> time) throws IOException {
        writeFieldName(name);
        if (time.isPresent()) {
            writeString(time.get().toString());
        } else {
            writeNull();
        }
    }
}
