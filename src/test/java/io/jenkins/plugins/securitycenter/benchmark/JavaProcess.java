package io.jenkins.plugins.securitycenter.benchmark;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java virtual machine with the class path of this one. It is killed when this object is closed. */
final class JavaProcess implements Closeable {

    /** The collector of all measured processes, which is that of a Jenkins on a machine of two cores or more. */
    static final String COLLECTOR = "-XX:+UseG1GC";

    private final Process process;
    private final BufferedReader output;

    private JavaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a process; what it writes to the standard error stream appears on that of this one.
     *
     * @param heap the maximum size of its heap in megabytes
     */
    static JavaProcess start(Class<?> main, int heap, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                COLLECTOR,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new JavaProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Returns the next line that the process prints; null at the end. */
    String line() throws IOException {
        return output.readLine();
    }

    /** Returns whether the process ends without an error within the time; otherwise it is killed. */
    boolean succeeds(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue() == 0;
    }

    /** Sends a line to the process. */
    void send(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
