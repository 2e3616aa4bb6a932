package io.jenkins.plugins.securitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests, files and commands that the tables of the documents name as evidence exist. */
class EvidenceTest {

    private static final Path ROOT = Pom.repository();
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("([A-Z]\\w*Test)(?:\\.(\\w+))?");
    private static final Pattern OPTION = Pattern.compile("-(f |P|Dtest=)([\\w,]+)");
    private static final Set<String> PROGRAMS = Set.of("git", "mvn", "unzip");
    private static final Map<String, List<Path>> TESTS = tests();

    @ParameterizedTest
    @CsvSource({"SECURITY.md, Shown by", "docs/security.md, Here", "docs/development.md, Evidence"})
    void evidenceExists(String page, String column) throws IOException {
        List<String> cells = cells(Files.readString(ROOT.resolve(page)), column);
        assertThat(cells).hasSizeGreaterThan(5).allSatisfy(cell -> {
            assertThat(cell).isNotEmpty();
            for (String evidence : evidence(cell)) {
                check(evidence);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NoSuchTest",
                "EvidenceTest.noSuchMethod",
                "docs/none.md",
                "mvn -f none verify",
                "mvn -f standalone -Pnone verify",
                "mvn -f standalone test -Dtest=NoSuchTest",
                "none verify"
            })
    void missingEvidenceIsFound(String evidence) {
        assertThatThrownBy(() -> check(evidence)).isInstanceOf(AssertionError.class);
    }

    @Test
    void cellsAreThoseOfTheColumn() {
        assertThat(cells("| A | B |\n| --- | --- |\n| 1 | 2 `x` |\n\n| C | D |\n| --- | --- |\n| 3 | 4 |\n", "B"))
                .containsExactly("2 `x`");
    }

    private static void check(String evidence) {
        var test = TEST.matcher(evidence);
        if (test.matches()) {
            assertThat(TESTS).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(TESTS.get(test.group(1)))
                        .anySatisfy(file -> assertThat(file).content().contains(" void " + test.group(2) + "("));
            }
        } else if (evidence.contains(" ")) {
            assertThat(PROGRAMS).contains(evidence.split(" ")[0]);
            OPTION.matcher(evidence).results().forEach(option -> checkOption(option.group(1), option.group(2)));
        } else {
            assertThat(ROOT.resolve(evidence)).exists();
        }
    }

    private static void checkOption(String option, String value) {
        switch (option) {
            case "f " -> assertThat(ROOT.resolve(value).resolve("pom.xml")).exists();
            case "P" ->
                assertThat(ROOT.resolve("standalone/plugin/pom.xml")).content().contains("<id>" + value + "</id>");
            default -> assertThat(TESTS.keySet()).contains(value.split(","));
        }
    }

    private static List<String> evidence(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    /** The cells below that heading, of every table that has it. */
    private static List<String> cells(String page, String column) {
        List<String> cells = new ArrayList<>();
        int index = -1;
        boolean inTable = false;
        for (String line : page.lines().toList()) {
            List<String> row =
                    Stream.of(line.split("\\|")).skip(1).map(String::strip).toList();
            if (!line.startsWith("|")) {
                inTable = false;
            } else if (!inTable) {
                inTable = true;
                index = row.indexOf(column);
            } else if (index >= 0 && !line.startsWith("| ---")) {
                cells.add(row.get(index));
            }
        }
        return cells;
    }

    private static Map<String, List<Path>> tests() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
