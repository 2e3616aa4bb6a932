package io.jenkins.plugins.securitycenter.model;

import java.nio.charset.StandardCharsets;

/** Targets as text. */
public final class ScanTargetsFuzz {

    private ScanTargetsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        ScanTargets targets;
        try {
            targets = ScanTargets.parse(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            e.getMessage().length();
            return;
        }
        if (!ScanTargets.parse(targets.text()).sameAs(targets)) {
            throw new AssertionError("The targets for the server are others: " + targets.text());
        }
    }
}
