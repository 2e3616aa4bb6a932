package io.jenkins.plugins.securitycenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/version}, which gives the standalone build the version that the root build takes from git. */
@DisabledOnOs(OS.WINDOWS)
class VersionTest {

    private static final Pattern VERSION = Pattern.compile("2\\.v((?:[0-9c-f]|[ab]_)+)\n");

    @TempDir
    private Path repository;

    private record Result(int exit, String output) {}

    @BeforeEach
    void commitTwice() throws IOException, InterruptedException {
        assumeThat(Pom.repository().resolve(".git"))
                .as("a clone, so git is installed")
                .exists();
        Path script = Files.createDirectory(repository.resolve(".ci")).resolve("version");
        Files.copy(Pom.repository().resolve(".ci/version"), script);
        git("init", "--quiet");
        git("add", ".");
        git("commit", "--quiet", "--message=first");
        git("commit", "--quiet", "--message=second", "--allow-empty");
    }

    @Test
    void countsCommitsAndNamesTheLast() throws IOException, InterruptedException {
        Matcher version = VERSION.matcher(succeed(version(repository)));
        assertThat(version.matches()).isTrue();
        assertThat(version.group(1).replace("_", ""))
                .isEqualTo(git("rev-parse", "--short=12", "HEAD").strip());
    }

    @Test
    void refusesChangesThatAreNotCommitted() throws IOException, InterruptedException {
        Files.writeString(repository.resolve("new"), "");
        assertThat(version(repository)).satisfies(result -> {
            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.output()).contains("not committed");
        });
    }

    @Test
    void refusesShallowClones(@TempDir Path folder) throws IOException, InterruptedException {
        Path clone = folder.resolve("clone");
        git("clone", "--quiet", "--depth=1", repository.toUri().toString(), clone.toString());
        assertThat(version(clone)).satisfies(result -> {
            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.output()).contains("shallow");
        });
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=test", "-c", "user.email=test@example.com"));
        command.addAll(List.of(arguments));
        return succeed(run(repository, command));
    }

    private static Result version(Path repository) throws IOException, InterruptedException {
        return run(repository, List.of("bash", ".ci/version"));
    }

    private static String succeed(Result result) {
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output();
    }

    private static Result run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output);
    }
}
