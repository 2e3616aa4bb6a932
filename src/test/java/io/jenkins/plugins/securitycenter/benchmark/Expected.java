package io.jenkins.plugins.securitycenter.benchmark;

/** Checks that a measured step did its work: a step that does nothing would be fast. */
final class Expected {

    private Expected() {}

    /** @throws IllegalStateException if the numbers differ */
    static void equal(String what, long measured, long expected) {
        if (measured != expected) {
            throw new IllegalStateException(what + ": " + measured + " instead of " + expected);
        }
    }

    /** @throws IllegalStateException if the number is not positive */
    static void some(String what, long measured) {
        if (measured <= 0) {
            throw new IllegalStateException(what + ": " + measured);
        }
    }
}
