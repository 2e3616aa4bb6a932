package io.jenkins.plugins.securitycenter.simulator;

/** Everything below one first path segment; one class each, listed in {@link World}. */
interface Resource {
    /** The first path segment, for example {@code scan}. */
    String name();

    /**
     * Answers a request.
     *
     * @throws Refusal when the server would turn it down
     */
    Reply answer(Call call, Caller caller);

    /** Whether callers without a session get in. */
    default boolean open() {
        return false;
    }
}
