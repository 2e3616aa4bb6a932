package io.jenkins.plugins.securitycenter.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** An HTTP response whose body has not been read yet; valid only while its {@link Handler} runs. */
public final class Response {

    /** Converts a response into a value; the body is a stream that can be read once. */
    @FunctionalInterface
    public interface Handler<T> {
        T read(Response answer) throws IOException;
    }

    private final ClassicHttpResponse response;
    private final InputStream body;

    Response(ClassicHttpResponse response) {
        this(response, null);
    }

    private Response(ClassicHttpResponse response, InputStream body) {
        this.response = response;
        this.body = body;
    }

    /** Returns this response with a body that was read before. */
    public Response with(InputStream content) {
        return new Response(response, content);
    }

    public int status() {
        return response.getCode();
    }

    Optional<String> header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? Optional.empty() : Optional.ofNullable(header.getValue());
    }

    public List<String> headers(String name) {
        return Stream.of(response.getHeaders(name)).map(Header::getValue).toList();
    }

    /** Returns the content type in lower case. */
    public String contentType() {
        return header(HttpHeaders.CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
    }

    public InputStream body() throws IOException {
        if (body != null) {
            return body;
        }
        HttpEntity entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }
}
