package io.jenkins.plugins.securitycenter.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a.txt", "a/b.txt", "a..b/..c", "with space/x"})
    void takesPathsBelowTheWorkspace(String path) {
        assertThatCode(() -> WorkspaceFile.check("outputFile", path)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "\\\\host\\share", "C:\\x", "c:x", "../x", "a/../../x", "a\\..\\x", "a\0b"})
    void refusesPathsThatLeadOut(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkspaceFile.check("outputFile", path))
                .withMessage("outputFile \"" + path + "\" is not in the workspace; use a relative path inside it.");
    }

    @Test
    void refusesNamesThatNoSystemAllows() {
        String name = "\u00fc".repeat(127);
        assertThatCode(() -> WorkspaceFile.check("outputFile", "a/" + name + "/b"))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkspaceFile.check("outputFile", "a/" + name + "xx/b"))
                .withMessage("outputFile contains a file or folder name longer than 255 bytes, which file systems"
                        + " do not support; use"
                        + " a shorter name.");
    }

    @ParameterizedTest
    @CsvSource({"a/B. . ./c, a/b/c", "./a//b, a/b", "a.b /..c, a.b/..c"})
    void knowsPathsOfOnePlace(String path, String place) {
        assertThat(WorkspaceFile.place(path)).isEqualTo(place);
    }

    @Test
    void saysThatThereIsNoWorkspace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkspaceFile.of(null, "uploadFile", "a.txt"))
                .withMessage("uploadFile needs a workspace; put the step in a node block.");
    }
}
