package io.jenkins.plugins.securitycenter.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands in the documents name projects, profiles, properties, tests, classes and files that exist. */
class CommandsTest {

    private static final Path ROOT = Pom.repository();

    private static final Set<String> PROGRAMS = Set.of("mvn", "java", "node", "npm", "curl", "export", "cd", ".ci/run");

    /** Properties of Maven and its plugins, and of the test libraries. */
    private static final Set<String> OF_OTHERS =
            Set.of("skipTests", "test", "argLine", "port", "jenkinsHome", "jqwik.tries.default");

    private static final Pattern PROFILE = Pattern.compile("-P(\\S+)");
    private static final Pattern PROPERTY = Pattern.compile("-D([\\w.]+)");
    private static final Pattern TESTS = Pattern.compile("-Dtest=([\\w,]+)");
    private static final Pattern CLASS = Pattern.compile("\\bio\\.jenkins\\.[\\w.]+\\.[A-Z]\\w+");
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:SECURITYCENTER|JENKINS)_[A-Z_]+");
    private static final Pattern LIBRARY = Pattern.compile("-name '([^']+)'");
    private static final String SOURCES = sources();

    static List<Page.Block> blocks() {
        return Page.blocks("sh");
    }

    static Stream<Page> pages() {
        return Page.all().stream();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void blocksNameWhatExists(Page.Block block) {
        Path folder = ROOT;
        for (String command : commands(block.text())) {
            if (command.startsWith("cd ")) {
                folder = ROOT.resolve(command.substring("cd ".length()));
                assertThat(folder).isDirectory();
            }
            check(command, folder);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void sentencesNameWhatExists(Page page) {
        page.codes().stream()
                .filter(code -> code.matches("(mvn|\\.ci/run)\\b.*|-[DP]\\S+.*"))
                .forEach(code -> check(code.startsWith("-") ? "mvn " + code : code, ROOT));
    }

    /** The commands that need neither Jenkins nor a server are those that CI runs. */
    @Test
    void theReadmeShowsWhatCiRuns() throws IOException {
        List<String> shown = Page.of("README.md").blocks().stream()
                .flatMap(block -> commands(block.text()).stream())
                .filter(command -> command.startsWith("mvn -f standalone"))
                .toList();
        assertThat(shown).isNotEmpty();
        assertThat(Files.readString(ROOT.resolve(".ci/run"))
                        .replace(" --batch-mode", "")
                        .lines())
                .containsAll(shown);
    }

    @Test
    void theTableOfTestsNamesWhatCiRuns() throws IOException {
        List<String> run = Files.readString(ROOT.resolve(".ci/run"))
                .lines()
                .filter(line -> line.startsWith("mvn "))
                .map(line -> line.replace(" --batch-mode", ""))
                .toList();
        assertThat(run).isNotEmpty();
        assertThat(Page.of("docs/testing.md").tables().get(0).names(0)).containsAll(run);
    }

    @Test
    void mistakesAreFound() {
        for (String command : List.of(
                "mvn -f standalon verify",
                "mvn -f standalone -Pdemoo verify",
                "mvn -f standalone test -Dtest=NoSuchTest",
                "mvn -f standalone verify -Dno.such.property=1",
                "java -cp x io.jenkins.plugins.securitycenter.NoSuchClass",
                "libraries=$(find ~/.m2 -name 'jackson-core-0.1.jar')",
                "export SECURITYCENTER_NOTHING=1",
                "node nothing.js",
                "mvm verify")) {
            assertThatThrownBy(() -> check(command, ROOT)).as(command).isInstanceOf(AssertionError.class);
        }
    }

    private static void check(String command, Path folder) {
        String program = command.replaceFirst("^(?:[A-Z]\\w*=\\S+ )+", "").replaceFirst(" .*", "");
        if (!program.startsWith("libraries=$(find")) {
            assertThat(PROGRAMS).contains(program);
        }
        matches(PROFILE, command).forEach(profile -> assertThat(profiles()).contains(profile));
        matches(PROPERTY, command)
                .filter(property -> !OF_OTHERS.contains(property))
                .forEach(property -> assertInSources(property));
        matches(TESTS, command)
                .flatMap(tests -> Stream.of(tests.split(",")))
                .forEach(test -> assertInSources("class " + test + " "));
        matches(CLASS, command)
                .forEach(name -> assertThat(ROOT.resolve("src/test/java/" + name.replace('.', '/') + ".java"))
                        .exists());
        matches(VARIABLE, command).forEach(variable -> assertInSources(variable));
        matches(LIBRARY, command).forEach(CommandsTest::assertOnClassPath);
        if (program.equals("mvn") && command.contains(" -f ")) {
            String pom = command.replaceFirst(".* -f (\\S+).*", "$1") + "/pom.xml";
            assertThat(ROOT.resolve(pom)).exists();
        }
        if (program.equals("node")) {
            assertThat(folder.resolve(command.replaceFirst(".*?node (\\S+).*", "$1")))
                    .exists();
        }
        if (program.equals(".ci/run")) {
            assertThat(ROOT.resolve(program)).isExecutable();
        }
    }

    private static Stream<String> matches(Pattern pattern, String command) {
        Matcher matcher = pattern.matcher(command);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found.stream();
    }

    /** The lines of a block; one that ends with a backslash continues on the next. */
    private static List<String> commands(String block) {
        return block.replaceAll("\\\\\n *", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static void assertOnClassPath(String glob) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertThat(Stream.of(classPath.split(Pattern.quote(System.getProperty("path.separator"))))
                        .map(entry -> Path.of(entry).getFileName()))
                .as("libraries " + glob)
                .anyMatch(FileSystems.getDefault().getPathMatcher("glob:" + glob)::matches);
    }

    private static Set<String> profiles() {
        return Stream.of("pom.xml", "standalone/pom.xml", "standalone/plugin/pom.xml")
                .flatMap(pom -> matches(Pattern.compile("<profile>\\s*<id>(\\w+)</id>"), read(ROOT.resolve(pom))))
                .collect(Collectors.toSet());
    }

    /** The tests, and the POMs that hand properties to them, except this class. */
    /** The sources are too long for the message of a failure. */
    private static void assertInSources(String text) {
        assertThat(SOURCES.contains(text)).as(text).isTrue();
    }

    private static String sources() {
        List<Path> files = new ArrayList<>(List.of(
                ROOT.resolve("pom.xml"),
                ROOT.resolve("standalone/plugin/pom.xml"),
                ROOT.resolve("standalone/scale/pom.xml")));
        try (Stream<Path> walk = Files.walk(ROOT.resolve("src"))) {
            walk.filter(file -> file.toString().matches(".*\\.(java|js|groovy|xml)"))
                    .filter(file -> !file.endsWith("CommandsTest.java"))
                    .forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().map(CommandsTest::read).collect(Collectors.joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
