package io.jenkins.plugins.securitycenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelsTest {

    /** Stapler takes what stands in parentheses behind a text for the arguments of a message, and shows none of it. */
    private static final Pattern CUT_SHORT = Pattern.compile("\\$\\{%[^}(]*\\s\\(");

    @Test
    void areShownWhole() throws Exception {
        assertThat(CUT_SHORT.matcher("${%Timeout (seconds)}").find()).isTrue();
        assertThat(CUT_SHORT.matcher("${%caption(first, last)}").find()).isFalse();
        assertThat(jelly())
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(CUT_SHORT));
    }

    private static List<Path> jelly() throws IOException {
        try (Stream<Path> files = Files.walk(Pom.repository().resolve("src/main/resources"))) {
            return files.filter(file -> file.toString().endsWith(".jelly")).toList();
        }
    }
}
