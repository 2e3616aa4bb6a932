package io.jenkins.plugins.securitycenter.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineLimitTest {

    @Test
    void keepsAShortText() {
        assertThat(LineLimit.cut(List.of("a", "b"), 4)).isEqualTo("a\nb\n");
    }

    /** 300 lines of 100 characters, each of which takes three bytes. */
    @Test
    void cutsWholeLinesByBytes() {
        String line = "\u4E2D".repeat(100);
        String text = LineLimit.cut(Collections.nCopies(300, line), 65_535);

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(65_000, 65_535);
        assertThat(text.lines().filter(line::equals)).hasSize(217);
        assertThat(text)
                .endsWith("\n\nThe last 83 lines are left out, because the text would be longer than 65,535 bytes;"
                        + " the page in Jenkins shows everything.\n");
    }

    @Test
    void leavesOutALineThatIsTooLong() {
        assertThat(LineLimit.cut(List.of("a", "b".repeat(1_000)), 1_000))
                .isEqualTo("a\n\nThe last line is left out, because the text would be longer than 1,000 bytes;"
                        + " the page in Jenkins shows everything.\n");
    }
}
