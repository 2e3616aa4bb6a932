package io.jenkins.plugins.securitycenter.result;

import java.util.concurrent.Semaphore;

/** Limits the number of concurrent downloads of findings, because each of them uses memory of the controller. */
final class DownloadLimit {

    private final int most;
    private final Semaphore free;

    DownloadLimit(int most) {
        this.most = most;
        free = new Semaphore(most);
    }

    /** Returns whether another download can start; the caller must then call {@link #end}. Never waits. */
    boolean begin() {
        return free.tryAcquire();
    }

    void end() {
        free.release();
    }

    /** Returns the message for a download that cannot start. */
    String sentence(int seconds) {
        return most
                + " downloads of findings are running in Jenkins, which is the maximum; try again in"
                + " " + seconds + " seconds.";
    }
}
