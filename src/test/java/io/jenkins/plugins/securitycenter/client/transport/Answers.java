package io.jenkins.plugins.securitycenter.client.transport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** Makes answers without a server. */
public record Answers(BasicClassicHttpResponse response) {

    public static Answers json(int status, String body) {
        return of(status, "application/json", body);
    }

    public static Answers of(int status, String contentType, String body) {
        return of(status, contentType, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    public static Answers of(int status, String contentType, InputStream body) {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(status);
        response.setHeader("Content-Type", contentType);
        response.setEntity(new InputStreamEntity(body, ContentType.parse(contentType)));
        return new Answers(response);
    }

    /** An envelope around the payload, without an error. */
    public static Answers envelope(String payload) {
        return json(200, "{\"type\":\"regular\",\"response\":" + payload + ",\"error_code\":0,\"error_msg\":\"\"}");
    }

    public static Answers refusal(int status, int code, String message) {
        String body = "{\"type\":\"regular\",\"response\":\"\",\"error_code\":%d,\"error_msg\":\"%s\"}";
        return of(status, "text/html; charset=UTF-8", body.formatted(code, message));
    }

    Answers with(String header, String value) {
        response.addHeader(header, value);
        return this;
    }

    public Response answer() {
        return new Response(response);
    }
}
