package io.jenkins.plugins.securitycenter.standalone;

/**
 * Stands where Jenkins has an implementation. Declarations return its result instead of throwing, since static analysis
 * would take the callers of a method that always throws for dead code.
 */
public final class Declared {

    private Declared() {}

    public static <T> T only() {
        throw new UnsupportedOperationException("This needs a real Jenkins.");
    }

    /** The value of a constant that only Jenkins knows; static analysis would take a plain null at its word. */
    public static <T> T unset() {
        return null;
    }
}
