package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** Turns launches away for which the right, the licence or the time is missing. */
final class LaunchGuard {
    private final World world;

    LaunchGuard(World world) {
        this.world = world;
    }

    /** Whether the caller's role and the licence allow to launch scans of a kind. */
    void launchRight(Caller caller, ScanFamily family) {
        if (!world.license().equals("Valid")) {
            throw Refusal.of(153, "Scan launch failed.\nThe license is not valid.\n");
        }
        right(caller, family == ScanFamily.AGENT ? "permAgentsScan" : "permScan", "run scans");
    }

    /** Whether the caller's role has a right. */
    void right(Caller caller, String field, String action) {
        String right = world.library()
                .roles
                .find(caller.account().role())
                .map(role -> Json.text(role, field, ""))
                .orElse("");
        if (right.equals("none") || right.equals("false")) {
            throw Refusal.forbidden(action);
        }
    }

    /** Whether no freeze window is about these targets now. */
    void freeze(ObjectNode scan, String targets) {
        Targets all = Targets.parse(targets);
        String repository = Json.id(scan.path("repository"));
        Stream.of("freeze", "blackout")
                .flatMap(kind -> world.library().records(kind).all().stream())
                .filter(window -> FreezeContent.active(window, world.now()))
                .filter(window -> FreezeContent.hits(window, all, repository))
                .findFirst()
                .ifPresent(window -> {
                    throw Refusal.of(
                            154,
                            "Scan launch failed.\nFreeze window '"
                                    + window.path("name").asText() + "' is in effect.\n");
                });
    }
}
