package io.jenkins.plugins.securitycenter.benchmark;

/**
 * Where a run took place, without names and paths.
 *
 * @param cores the number of processors that the JVM may use
 * @param system the operating system and its architecture
 * @param java the version of the JDK
 */
record Machine(int cores, String system, String java) {

    static Machine current() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().toString());
    }

    String text() {
        return cores + " cores, " + system + ", JDK " + java;
    }
}
