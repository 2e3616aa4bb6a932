package io.jenkins.plugins.securitycenter.result;

import java.util.concurrent.Semaphore;

/** How many downloads of findings may run at once, since each takes memory of the controller while it runs. */
final class DownloadLimit {

    private final int most;
    private final Semaphore free;

    DownloadLimit(int most) {
        this.most = most;
        free = new Semaphore(most);
    }

    /** Whether one more may begin; the caller ends it by {@link #end}. Never waits. */
    boolean begin() {
        return free.tryAcquire();
    }

    void end() {
        free.release();
    }

    /** Why a download may not begin. */
    String sentence(int seconds) {
        return most
                + " downloads of findings are running in Jenkins, which is the maximum; try again in"
                + " " + seconds + " seconds.";
    }
}
