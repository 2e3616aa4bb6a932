package io.jenkins.plugins.securitycenter.client;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** An access with the number of its users. Counting is guarded by {@link Sessions}. */
final class SharedAccess implements Access {

    private final Access access;
    private final CountDownLatch ended = new CountDownLatch(1);
    private int users;

    SharedAccess(Access access) {
        this.access = access;
    }

    void acquire() {
        users++;
    }

    boolean releaseIsLast() {
        return --users == 0;
    }

    @Override
    public <T> T call(Request request, Reader<T> reader) throws SecurityCenterException, InterruptedException {
        return access.call(request, reader);
    }

    @Override
    public Map<String, String> headers() throws SecurityCenterException, InterruptedException {
        return access.headers();
    }

    @Override
    public boolean refused() {
        return access.refused();
    }

    @Override
    public void close() {
        try {
            access.close();
        } finally {
            ended.countDown();
        }
    }

    /** Open until {@link #close()} is done. */
    CountDownLatch ended() {
        return ended;
    }
}
