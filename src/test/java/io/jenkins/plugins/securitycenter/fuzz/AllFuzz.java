package io.jenkins.plugins.securitycenter.fuzz;

/** A byte for the target, and the input of that target: one run of Jazzer, which takes long to start, serves them all. */
public final class AllFuzz {

    private AllFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        FuzzInput input = new FuzzInput(bytes);
        input.one(FuzzTarget.values()).run(input.rest());
    }
}
