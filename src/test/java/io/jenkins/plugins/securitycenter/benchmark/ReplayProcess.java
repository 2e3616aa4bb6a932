package io.jenkins.plugins.securitycenter.benchmark;

import java.io.Closeable;
import java.io.IOException;

/** The replaying server in a process of its own, so that its CPU time and memory are not those of the client. */
final class ReplayProcess implements Closeable {

    private static final int HEAP = 128;

    private final JavaProcess process;
    private final String url;

    private ReplayProcess(JavaProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    static ReplayProcess start() throws IOException {
        JavaProcess process = JavaProcess.start(ReplayServer.class, HEAP);
        return new ReplayProcess(process, process.line());
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.close();
    }
}
