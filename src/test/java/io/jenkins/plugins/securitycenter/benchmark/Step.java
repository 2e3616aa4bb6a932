package io.jenkins.plugins.securitycenter.benchmark;

import java.io.IOException;

/** What is measured. */
@FunctionalInterface
interface Step {
    void run() throws IOException, InterruptedException;
}
