package io.jenkins.plugins.securitycenter.fuzz;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets Jazzer search for inputs that do something undocumented: an exception, a hang of ten seconds, a heap that is too
 * small. It runs in a virtual machine of its own, with 160 MB of heap, of which Jazzer needs about a hundred.
 */
public final class FuzzMain {

    private static final String CORPUS = "src/test/resources/io/jenkins/plugins/securitycenter/fuzz/corpus";
    private static final String OURS = "io.jenkins.plugins.securitycenter.**";

    private FuzzMain() {}

    /** The folder with the corpus of each target. */
    static Path corpus() {
        return Pom.repository().resolve(CORPUS);
    }

    /** @param args the seconds, and the folder for what is found */
    public static void main(String... args) throws IOException, InterruptedException {
        Path output = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        Path seeds = Files.createDirectories(output.resolve("corpus"));
        for (FuzzTarget target : FuzzTarget.values()) {
            for (Path file : target.corpus(corpus())) {
                Files.write(seeds.resolve(target.folder() + "-" + file.getFileName()), seed(target, file));
            }
        }
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + AllFuzz.class.getName(),
                        "--instrumentation_includes=" + OURS,
                        "--custom_hook_includes=" + OURS,
                        "--reproducer_path=" + output,
                        "--keep_going=20",
                        "-artifact_prefix=" + output + "/",
                        "-max_total_time=" + args[0],
                        "-timeout=10",
                        "-rss_limit_mb=1024",
                        "-max_len=20000",
                        "-print_final_stats=1",
                        seeds.toString())
                .inheritIO()
                .start()
                .waitFor();
        System.exit(code);
    }

    private static byte[] seed(FuzzTarget target, Path file) throws IOException {
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.write(target.ordinal());
        seed.write(Files.readAllBytes(file));
        return seed.toByteArray();
    }
}
