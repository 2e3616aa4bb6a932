package io.jenkins.plugins.securitycenter.watch.poll;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Polls everything that waits on one server: a single result by its id, several in one list request. The list starts at
 * a time of the server's clock. A result that is missing from the list is read by its id, and its creation time
 * corrects the start of the next list. Used by one thread at a time.
 */
final class PollReader<T> {

    private static final Duration LOOK_BACK = Duration.ofDays(1);

    /** Receives the polled results. */
    interface Receiver<T> {

        /** Returns whether the result is still waited for. */
        boolean waits(Subscription<T> one);

        void news(Subscription<T> one, T news);

        void failed(Subscription<T> one, Throwable problem);
    }

    private final PollSource<T> source;
    private final SecurityCenter server;
    private final Receiver<T> receiver;
    private final Map<Subscription<T>, Instant> created = new HashMap<>();
    private @Nullable Duration clockOffset;

    PollReader(PollSource<T> source, SecurityCenter server, Receiver<T> receiver) {
        this.source = source;
        this.server = server;
        this.receiver = receiver;
    }

    void read(List<Subscription<T>> wanted) throws InterruptedException {
        created.keySet().retainAll(wanted);
        if (wanted.size() == 1) {
            readOne(wanted.get(0));
            return;
        }
        Instant start = start(wanted);
        List<Subscription<T>> missing = list(wanted, start);
        boolean again = missing.size() > 1;
        while (!missing.isEmpty()) {
            Instant earlier = start(missing);
            if (again && missing.size() > 1 && earlier.isBefore(start)) {
                again = false;
                missing = list(missing, earlier);
            } else {
                readOne(missing.remove(0));
            }
        }
    }

    /** Reads a list and returns the waits whose results it does not contain. */
    private List<Subscription<T>> list(List<Subscription<T>> wanted, Instant start) throws InterruptedException {
        List<Subscription<T>> missing = new ArrayList<>();
        try {
            Map<String, T> byId = new HashMap<>();
            source.since()
                    .from(server, start)
                    .forEach(one -> byId.put(source.id().apply(one), one));
            for (Subscription<T> one : wanted) {
                T news = byId.get(one.id());
                if (news == null) {
                    missing.add(one);
                } else {
                    take(one, news);
                }
            }
            return missing;
        } catch (SecurityCenterException | RuntimeException | Error e) {
            wanted.forEach(one -> receiver.failed(one, e));
            return List.of();
        }
    }

    private void readOne(Subscription<T> one) throws InterruptedException {
        if (!receiver.waits(one)) {
            return;
        }
        try {
            take(one, (one.detailed() ? source.detailed() : source.one()).from(server, one.id()));
        } catch (SecurityCenterException | RuntimeException | Error e) {
            receiver.failed(one, e);
        }
    }

    /**
     * Passes the result on. Also derives the server's clock from the creation time, because a proxy may have set the
     * date of the response.
     */
    private void take(Subscription<T> one, T news) {
        if (!created.containsKey(one)) {
            source.created().apply(news).ifPresent(time -> {
                created.put(one, time);
                clockOffset = Duration.between(one.since(), time);
            });
        }
        receiver.news(one, news);
    }

    private Instant start(List<Subscription<T>> wanted) {
        return wanted.stream()
                .map(this::begin)
                .min(Instant::compareTo)
                .map(begin -> begin.minus(LOOK_BACK))
                .orElse(Instant.EPOCH);
    }

    /** Returns when the server created the result, by its own clock and as far as known. */
    private Instant begin(Subscription<T> one) {
        Instant known = created.get(one);
        if (known != null) {
            return known;
        }
        return clockOffset == null ? server.now(one::since) : one.since().plus(clockOffset);
    }
}
