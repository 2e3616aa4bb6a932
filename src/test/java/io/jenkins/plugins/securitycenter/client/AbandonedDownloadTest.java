package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that cannot be written any more, since an agent went away or a disk is full, is not read to its end. */
class AbandonedDownloadTest {

    private static final long LENGTH = 256L << 20;

    private final AtomicLong sent = new AtomicLong();
    private final SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, pause -> {}, InstantSource.system());
    private final HttpServer server = ServerBootstrap.bootstrap()
            .setLocalAddress(InetAddress.getLoopbackAddress())
            .setRequestRouter((asking, context) -> (request, response, same) ->
                    response.setEntity(new InputStreamEntity(new Zeros(), ContentType.APPLICATION_OCTET_STREAM)))
            .create();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        sessions.close();
        server.close(CloseMode.IMMEDIATE);
    }

    private final class Zeros extends InputStream {

        @Override
        public int read() {
            return sent.getAndIncrement() < LENGTH ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return sent.getAndAdd(length) < LENGTH ? length : -1;
        }
    }

    private static final class Full extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void endsAtOnce() {
        Endpoint endpoint = Endpoint.of("big", URI.create("http://127.0.0.1:" + server.getLocalPort()));
        try (SecurityCenter connection = sessions.open(endpoint, new Login.ApiKeys("access", "secret"))) {
            assertThatThrownBy(() -> connection.download(Request.get("/file"), Full::new))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("No space left on device");
            assertThat(sent).hasValueLessThan(LENGTH / 4);
        }
    }
}
