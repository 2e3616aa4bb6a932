package io.jenkins.plugins.securitycenter.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * An answer ready to be sent.
 *
 * @param user for whom the request was made, for the log
 * @param large whether the content must not be put together in memory
 */
record Answer(int status, String contentType, Head head, Reply.Content content, boolean large) {

    /** Headers, and who is answered. */
    record Head(String user, Map<String, String> headers, List<String> cookies) {}

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        return bytes.toByteArray();
    }
}
