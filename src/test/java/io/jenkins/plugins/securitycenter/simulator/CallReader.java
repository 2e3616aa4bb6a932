package io.jenkins.plugins.securitycenter.simulator;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.net.URIBuilder;

/** Makes calls of HTTP requests, whatever the client's habits are. */
final class CallReader {
    private static final int LARGEST_BODY = 256 * 1024 * 1024;

    private CallReader() {}

    /** The call, or nothing for a path outside of {@code /rest}; the body is read in any case. */
    static Optional<Call> read(ClassicHttpRequest request, HttpCoreContext context) throws IOException {
        HttpEntity entity = request.getEntity();
        byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity, LARGEST_BODY);
        URIBuilder uri;
        try {
            uri = new URIBuilder(request.getRequestUri());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        List<String> segments = uri.getPathSegments().stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (segments.isEmpty() || !segments.get(0).equals("rest")) {
            return Optional.empty();
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (NameValuePair pair : uri.getQueryParams()) {
            query.put(pair.getName(), pair.getValue() == null ? "" : pair.getValue());
        }
        List<String> path = segments.subList(1, segments.size());
        return Optional.of(new Call(
                request.getMethod(),
                path,
                query,
                headers(request),
                body == null ? new byte[0] : body,
                certificate(context.getSSLSession())));
    }

    private static String certificate(SSLSession tls) {
        try {
            String name = tls == null ? "" : tls.getPeerPrincipal().getName();
            return name.replaceFirst("^CN=([^,]*).*", "$1");
        } catch (SSLPeerUnverifiedException e) {
            return "";
        }
    }

    private static Map<String, String> headers(ClassicHttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : request.getHeaders()) {
            String separator = header.getName().equalsIgnoreCase("Cookie") ? "; " : ", ";
            headers.merge(header.getName(), String.valueOf(header.getValue()), (one, two) -> one + separator + two);
        }
        return headers;
    }
}
