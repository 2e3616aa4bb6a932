package io.jenkins.plugins.securitycenter.client.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers requests from a script, and notes them. */
final class ScriptedTransport implements Transport {

    private final Deque<Supplier<Object>> script = new ArrayDeque<>();
    final List<Duration> limits = new ArrayList<>();

    ScriptedTransport answers(Answers answers) {
        script.add(() -> answers);
        return this;
    }

    ScriptedTransport fails(SecurityCenterException e) {
        script.add(() -> e);
        return this;
    }

    /** Lets something happen while the next request is under way. */
    ScriptedTransport meanwhile(Runnable event) {
        Supplier<Object> last = script.removeLast();
        script.add(() -> {
            event.run();
            return last.get();
        });
        return this;
    }

    @Override
    public <T> T send(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
            throws SecurityCenterException {
        limits.add(limit);
        Object next = script.remove().get();
        if (next instanceof SecurityCenterException e) {
            throw e;
        }
        try {
            return reader.read(((Answers) next).answer());
        } catch (SecurityCenterException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    int sent() {
        return limits.size();
    }

    @Override
    public void close() {
        script.clear();
    }
}
