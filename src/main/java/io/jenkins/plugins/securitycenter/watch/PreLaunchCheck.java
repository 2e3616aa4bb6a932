package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.LaunchChecks;
import io.jenkins.plugins.securitycenter.client.resource.LaunchObstacle;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.util.List;
import java.util.function.Consumer;

/** Checks for obstacles before a launch, because the messages of the server are less specific. */
final class PreLaunchCheck {

    private PreLaunchCheck() {}

    /** @throws ScanFailedException if the server will certainly refuse the launch */
    static void scan(SecurityCenter server, ScanKind kind, Consumer<String> log)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        scan(server, kind, ScanTargets.NONE, log);
    }

    /**
     * @param known the targets as far as they are known
     * @throws ScanFailedException if the server will certainly refuse the launch
     */
    static void scan(SecurityCenter server, ScanKind kind, ScanTargets known, Consumer<String> log)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        report(new LaunchChecks(server).toLaunch(kind, known), log);
    }

    /** @throws ScanFailedException if the server will certainly refuse the launch */
    static void importing(SecurityCenter server, Consumer<String> log)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        report(new LaunchChecks(server).toImport(), log);
    }

    private static void report(List<LaunchObstacle> obstacles, Consumer<String> log) throws ScanFailedException {
        for (LaunchObstacle obstacle : obstacles) {
            if (obstacle.certain()) {
                throw new ScanFailedException(obstacle.sentence());
            }
            log.accept("Warning: " + obstacle.sentence());
        }
    }
}
