package io.jenkins.plugins.securitycenter.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** An HTTP response whose body has not been read yet; valid only while its {@link Handler} runs. */
public final class Response {

    /** Converts a response into a value; the body is a stream that can be read once. */
    @FunctionalInterface
    public interface Handler<T> {
        T read(Response answer) throws IOException;
    }

    private final ClassicHttpResponse response;
    private final @Nullable InputStream body;
    private final @Nullable SSLSession tls;

    Response(ClassicHttpResponse response) {
        this(response, null, null);
    }

    /** @param tls the session of the connection; null if the connection is not encrypted */
    Response(ClassicHttpResponse response, @Nullable SSLSession tls) {
        this(response, null, tls);
    }

    private Response(ClassicHttpResponse response, @Nullable InputStream body, @Nullable SSLSession tls) {
        this.response = response;
        this.body = body;
        this.tls = tls;
    }

    /** Returns this response with a body that was read before. */
    public Response with(InputStream content) {
        return new Response(response, content, tls);
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

    /** Returns the end of the validity of the certificate of the server; empty if the connection is not encrypted. */
    Optional<Instant> certificateEnd() {
        try {
            return tls != null && tls.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? Optional.of(certificate.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    public InputStream body() throws IOException {
        if (body != null) {
            return body;
        }
        HttpEntity entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }
}
