package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Obstacle;
import io.jenkins.plugins.securitycenter.client.Obstacles;
import io.jenkins.plugins.securitycenter.client.OnDemandScan.Scope;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import java.util.List;

/** Says what is in the way of a beginning before the server refuses it with fewer words. */
final class Precheck {

    private Precheck() {}

    /** @throws ScanFailedException when it is certain that the server will refuse */
    static void launch(SecurityCenter server, ScanKind kind, Beginning.Steps steps)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        tell(new Obstacles(server).toLaunch(kind, ScanTargets.NONE), steps);
    }

    /** @throws ScanFailedException when it is certain that the server will refuse */
    static void launch(SecurityCenter server, ScanKind kind, Scope scope, Beginning.Steps steps)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        ScanTargets known = scope.assets().isEmpty() ? scope.targets() : ScanTargets.NONE;
        tell(new Obstacles(server).toLaunch(kind, known), steps);
    }

    /** @throws ScanFailedException when it is certain that the server will refuse */
    static void importing(SecurityCenter server, Beginning.Steps steps)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        tell(new Obstacles(server).toImport(), steps);
    }

    private static void tell(List<Obstacle> obstacles, Beginning.Steps steps) throws ScanFailedException {
        for (Obstacle obstacle : obstacles) {
            if (obstacle.certain()) {
                throw new ScanFailedException(obstacle.sentence());
            }
            steps.log("Warning: " + obstacle.sentence());
        }
    }
}
