package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Response;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.RetryingTransport;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.client.transport.Transport;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SessionClientTest {

    private static final Endpoint ENDPOINT = Endpoint.of("prod", ServerUrl.parse("https://sc.example.com"));

    private final LostAnswers transport = new LostAnswers();
    private final RetryingTransport once =
            new RetryingTransport(transport, RetryPolicy.NONE, Sleeper.SLEEP, InstantSource.system());
    private final SessionClient access = new SessionClient(
            ENDPOINT,
            once,
            new SessionLogin(ENDPOINT, once, Rig.USER),
            CompletableFuture.completedFuture(null),
            Optional.empty());
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    @Timeout(60)
    void sharesAFailedLoginWithThoseWhoWaitedForIt() throws Exception {
        List<Thread> threads = new ArrayList<>(List.of(start()));
        transport.arrived.await();
        for (int i = 0; i < 8; i++) {
            threads.add(start());
        }
        for (Thread waiting : threads.subList(1, threads.size())) {
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        transport.goOn.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(transport.sent).hasValue(1);
        assertThat(failures).hasSize(9).containsOnly(failures.element());
    }

    @Test
    void triesAgainForWhoComesAfterAFailure() throws Exception {
        transport.goOn.countDown();
        start().join();
        start().join();

        assertThat(transport.sent).hasValue(2);
        assertThat(access.refused()).isFalse();
    }

    private Thread start() {
        Thread thread = new Thread(() -> {
            try {
                access.call(
                        Request.get("/status"), Retries.silent(RetryPolicy.NONE), (answer, check) -> answer.status());
            } catch (SecurityCenterException | InterruptedException e) {
                failures.add(e);
            }
        });
        thread.start();
        return thread;
    }

    /** A server that answers late, and whose answers are lost. */
    private static final class LostAnswers implements Transport {

        final CountDownLatch arrived = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        final AtomicInteger sent = new AtomicInteger();

        @Override
        public <T> T send(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
                throws SecurityCenterException, InterruptedException {
            sent.incrementAndGet();
            arrived.countDown();
            goOn.await();
            Attempt attempt = new Attempt("prod", request.operation());
            throw UnreachableException.answerLost(attempt, "the answer was lost.", null);
        }

        @Override
        public void close() {
            goOn.countDown();
        }
    }
}
