package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.resource.RowReader;
import io.jenkins.plugins.securitycenter.client.transport.Answers;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.EpssScale;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.FindingReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PageAheadTest {

    private static final int ROWS = 10;
    private static final int PAGES = 5;
    private static final long TOTAL = ROWS * PAGES;

    private final List<Long> requested = Collections.synchronizedList(new ArrayList<>());
    private final List<String> passed = new ArrayList<>();
    private int padding;

    @AfterEach
    @Timeout(60)
    void leavesNoThread() throws InterruptedException {
        for (Thread thread : threads()) {
            thread.join();
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("SecurityCenter page"))
                .toList();
    }

    @Test
    void requestsTheNextPageWhileRowsArePassed() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        AtomicBoolean ahead = new AtomicBoolean();

        read(
                (start, size) -> {
                    if (start == ROWS) {
                        second.countDown();
                    }
                    return page(start);
                },
                finding -> {
                    if (passed.isEmpty()) {
                        ahead.set(await(second));
                    }
                    passed.add(finding.plugin().id());
                });

        assertThat(ahead).isTrue();
        assertThat(passed)
                .containsExactlyElementsOf(
                        LongStream.range(0, TOTAL).mapToObj(Long::toString).toList());
        assertThat(requested).containsExactly(0L, 10L, 20L, 30L, 40L);
    }

    @Test
    void isNeverMoreThanOnePageAheadAndSendsOneRequestAtATime() throws Exception {
        AtomicInteger active = new AtomicInteger();
        List<Integer> most = Collections.synchronizedList(new ArrayList<>());

        read(
                (start, size) -> {
                    most.add(active.incrementAndGet());
                    try {
                        return page(start);
                    } finally {
                        active.decrementAndGet();
                    }
                },
                finding -> {
                    passed.add(finding.plugin().id());
                    Thread.yield();
                    assertThat(requested.size()).isLessThanOrEqualTo((passed.size() - 1) / ROWS + 2);
                });

        assertThat(most).containsOnly(1).hasSize(PAGES);
    }

    @Test
    void requestsTheNextPageBehindALargeOneWhenItsRowsArePassed() throws Exception {
        padding = (int) AnalysisReadAttempt.LONGEST_BEFORE_AHEAD;

        read((start, size) -> page(start), finding -> {
            assertThat(threads()).isEmpty();
            passed.add(finding.plugin().id());
            assertThat(requested).hasSize((passed.size() - 1) / ROWS + 1);
        });

        assertThat(passed).hasSize((int) TOTAL);
    }

    @Test
    void failsWhenItIsTheTurnOfThePage() {
        UnexpectedResponseException failure =
                new UnexpectedResponseException(new Attempt("prod", "read"), 200, "it is odd.", false, null);

        assertThatThrownBy(() -> read(
                        (start, size) -> {
                            if (start == ROWS) {
                                throw failure;
                            }
                            return page(start);
                        },
                        finding -> passed.add(finding.plugin().id())))
                .isSameAs(failure);
        assertThat(passed).hasSize(ROWS);
    }

    @Test
    void throwsWhatThePageAheadThrows() {
        for (RuntimeException failure :
                List.of(new IllegalStateException("closed"), new UncheckedIOException(new IOException()))) {
            assertThatThrownBy(() -> read(
                            (start, size) -> {
                                if (start == ROWS) {
                                    throw failure;
                                }
                                return page(start);
                            },
                            finding -> {}))
                    .isSameAs(failure);
        }
        assertThatThrownBy(() -> read(
                        (start, size) -> {
                            if (start == ROWS) {
                                throw new StackOverflowError();
                            }
                            return page(start);
                        },
                        finding -> {}))
                .isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> read(
                        (start, size) -> {
                            if (start == ROWS) {
                                throw new InterruptedException();
                            }
                            return page(start);
                        },
                        finding -> {}))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void endsTheRequestWhenTheListenerFails() {
        CountDownLatch sent = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();

        assertThatThrownBy(() -> read(hanging(sent, ended), finding -> {
                    await(sent);
                    throw new IllegalArgumentException("no space");
                }))
                .hasMessage("no space");
        assertThat(ended).isTrue();
    }

    @Test
    void endsTheRequestWhenTheThreadIsInterrupted() {
        CountDownLatch sent = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();

        assertThatThrownBy(() -> read(hanging(sent, ended), finding -> {
                    if (!Thread.currentThread().isInterrupted()) {
                        await(sent);
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(ended).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void noticesAnInterruptionAlthoughThePageHasArrived() {
        assertThatThrownBy(() -> read((start, size) -> page(start), new Analysis.FindingsListener() {
                    @Override
                    public void finding(Finding finding) {
                        passed.add(finding.plugin().id());
                    }

                    @Override
                    public void page(long read, OptionalLong total) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(passed).hasSize(ROWS);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private AnalysisReadAttempt.PageLoader hanging(CountDownLatch sent, AtomicBoolean ended) {
        return (start, size) -> {
            if (start == 0) {
                return page(start);
            }
            try {
                sent.countDown();
                Thread.sleep(TimeUnit.MINUTES.toMillis(1));
                return page(start);
            } finally {
                ended.set(true);
            }
        };
    }

    private void read(AnalysisReadAttempt.PageLoader source, Analysis.FindingsListener listener) throws Exception {
        AnalysisReadAttempt attempt = new AnalysisReadAttempt(ROWS, "findings", new DuplicateFindings(), listener);
        attempt.read((start, size) -> {
            requested.add(start);
            return source.page(start, size);
        });
        assertThat(attempt.complete()).isTrue();
    }

    private AnalysisPage page(long start) {
        AnalysisPage page =
                new AnalysisPage(new RowReader(start, new FindingReader(EpssScale.AUTO)::read), new RowFields());
        String rows = LongStream.range(start, start + ROWS)
                .mapToObj(row -> "{\"pluginID\":\"" + row + "\",\"severity\":\"1\",\"ip\":\"10.0.0.1\"}")
                .collect(Collectors.joining(",", "[", "]"));
        String response =
                "{\"totalRecords\":" + TOTAL + ",\"other\":\"" + "x".repeat(padding) + "\",\"results\":" + rows + "}";
        try {
            EnvelopeReader.read(Answers.envelope(response).answer(), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page;
    }
}
