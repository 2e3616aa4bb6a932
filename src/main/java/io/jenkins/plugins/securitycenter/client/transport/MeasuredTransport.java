package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.util.Map;

/** Sends requests with another transport, and records what they show about the server. */
public final class MeasuredTransport implements Transport {

    private final Transport transport;
    private final ServerTraffic traffic;

    /** @param transport closed with this object */
    public MeasuredTransport(Transport transport, ServerTraffic traffic) {
        this.transport = transport;
        this.traffic = traffic;
    }

    @Override
    public <T> T send(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
            throws SecurityCenterException, InterruptedException {
        traffic.sent();
        try {
            T value = transport.send(request, headers, limit, answer -> {
                traffic.presented(answer.certificateEnd());
                return reader.read(answer);
            });
            traffic.responded();
            return value;
        } catch (SecurityCenterException e) {
            traffic.failed(e);
            throw e;
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
