package io.jenkins.plugins.securitycenter.simulator;

import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.core5.http.ExceptionListener;
import org.apache.hc.core5.http.HttpConnection;

/** Broken connections are what this server is for; only errors of its own are worth a word. */
final class Quiet implements ExceptionListener {
    @Override
    public void onError(Exception e) {
        report(e);
    }

    @Override
    public void onError(HttpConnection connection, Exception e) {
        report(e);
    }

    private static void report(Exception e) {
        if (e instanceof RuntimeException && !(e instanceof RejectedExecutionException)) {
            System.getLogger(Simulator.class.getName()).log(System.Logger.Level.ERROR, "Simulator failed", e);
        }
    }
}
