package io.jenkins.plugins.securitycenter.simulator;

import java.io.IOException;

/** Makes the HTTP library give up a connection that was broken on purpose. */
final class Broken extends IOException {
    private static final long serialVersionUID = 1;

    Broken() {
        super("Broken on purpose");
    }
}
