package io.jenkins.plugins.securitycenter.simulator;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpRequestHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Takes requests from the HTTP library, lets faults happen and sends answers. */
final class Front implements HttpRequestHandler {
    private static final int LARGEST_WITH_LENGTH = 8_192;
    private static final long LONGEST_HANG_SECONDS = 60;
    private final Dispatcher dispatcher;
    private final Faults faults;
    private final RequestLog log;
    private final Connections connections;
    private final Profile profile;
    private final World world;
    private final CountDownLatch closed = new CountDownLatch(1);

    Front(World world, Faults faults, RequestLog log, Connections connections) {
        dispatcher = new Dispatcher(world);
        this.faults = faults;
        this.log = log;
        this.connections = connections;
        profile = world.options().profile();
        this.world = world;
    }

    @Override
    public void handle(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context)
            throws HttpException, IOException {
        Optional<Call> call = CallReader.read(request, HttpCoreContext.cast(context));
        if (call.isEmpty()) {
            response.setCode(404);
            response.setEntity(bytes("<html><body>Not Found</body></html>", "text/html"));
            return;
        }
        SocketAddress peer = HttpCoreContext.cast(context).getEndpointDetails().getRemoteAddress();
        int number = log.arrived(call.get());
        Fault fault = faults.next(call.get()).orElse(null);
        before(fault, peer);
        Answer answer = answer(call.get(), fault);
        if (fault instanceof Fault.Reset || fault instanceof Fault.Hang) {
            log.answered(number, answer.head().user(), 0);
            breakAfter(fault, peer);
        }
        log.answered(number, answer.head().user(), answer.status());
        headers(answer, response);
        if (fault instanceof Fault.Changed changed) {
            changed.headers().forEach(response::setHeader);
        }
        response.setEntity(entity(answer, fault, peer));
    }

    /** Lets hanging requests end. */
    void close() {
        closed.countDown();
    }

    private void before(Fault fault, SocketAddress peer) throws IOException {
        if (fault instanceof Fault.Slow slow) {
            await(slow.delay().toMillis());
        } else if (fault instanceof Fault.Reset reset && !reset.processed()) {
            connections.reset(peer);
            throw new Broken();
        } else if (fault instanceof Fault.Hang hang && !hang.processed()) {
            hang(peer);
        }
    }

    private void breakAfter(Fault fault, SocketAddress peer) throws IOException {
        if (fault instanceof Fault.Hang) {
            hang(peer);
        }
        connections.reset(peer);
        throw new Broken();
    }

    private void hang(SocketAddress peer) throws IOException {
        await(TimeUnit.SECONDS.toMillis(LONGEST_HANG_SECONDS));
        connections.reset(peer);
        throw new Broken();
    }

    private void await(long millis) throws IOException {
        try {
            closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken();
        }
    }

    private Answer answer(Call call, Fault fault) {
        if (fault instanceof Fault.Canned canned) {
            byte[] body = canned.body().getBytes(StandardCharsets.UTF_8);
            Answer.Head head = new Answer.Head("", canned.headers(), List.of());
            return new Answer(canned.status(), canned.contentType(), head, out -> out.write(body), false);
        }
        if (fault instanceof Fault.Enveloped made) {
            String type = made.code() == 12 ? "text/html; charset=UTF-8" : "application/json";
            Answer.Head head = new Answer.Head("", made.headers(), List.of());
            return new Answer(made.status(), type, head, dispatcher.envelope(made.code(), made.message()), false);
        }
        return dispatcher.answer(call);
    }

    private void headers(Answer answer, ClassicHttpResponse response) {
        response.setCode(answer.status());
        response.setHeader("Date", DateUtils.formatStandardDate(world.date()));
        response.addHeader("Expires", "Thu, 19 Nov 1981 08:52:00 GMT");
        response.addHeader("Cache-Control", "no-store, no-cache, must-revalidate");
        response.addHeader("Pragma", "no-cache");
        response.addHeader("X-Content-Type-Options", "nosniff");
        if (profile.sendsVersionHeader()) {
            response.addHeader("SecurityCenter", profile.version());
        } else {
            response.addHeader("Vary", "x-apikey");
        }
        for (Map.Entry<String, String> header : answer.head().headers().entrySet()) {
            response.setHeader(header.getKey(), header.getValue());
        }
        answer.head().cookies().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
    }

    private HttpEntity entity(Answer answer, Fault fault, SocketAddress peer) throws IOException {
        if (fault instanceof Fault.Cut cut) {
            byte[] all = answer.bytes();
            return new EntityTemplate(cut.chunked() ? -1 : all.length, type(answer), null, out -> {
                out.write(all, 0, all.length / 2);
                out.flush();
                connections.cut(peer);
                throw new Broken();
            });
        }
        if (fault instanceof Fault.Truncated) {
            byte[] all = answer.bytes();
            return new ByteArrayEntity(all, 0, all.length / 2, type(answer));
        }
        if (fault instanceof Fault.Changed changed) {
            return new ByteArrayEntity(changed.change().apply(answer.bytes()), type(answer));
        }
        if (fault instanceof Fault.Closing) {
            byte[] all = answer.bytes();
            return new EntityTemplate(all.length, type(answer), null, out -> {
                out.write(all);
                out.flush();
                connections.cut(peer);
            });
        }
        if (!answer.large()) {
            byte[] all = answer.bytes();
            if (all.length <= LARGEST_WITH_LENGTH) {
                return new ByteArrayEntity(all, type(answer));
            }
            return new EntityTemplate(-1, type(answer), null, out -> out.write(all));
        }
        return new EntityTemplate(-1, type(answer), null, answer.content()::writeTo);
    }

    private static HttpEntity bytes(String text, String type) {
        return new ByteArrayEntity(text.getBytes(StandardCharsets.UTF_8), ContentType.create(type));
    }

    private static ContentType type(Answer answer) {
        return ContentType.parse(answer.contentType());
    }
}
