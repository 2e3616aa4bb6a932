package io.jenkins.plugins.securitycenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Jenkins project's hosting checker looks for in a repository; see docs/development.md. */
class HostingTest {

    private static final Path ROOT = Pom.repository();
    private static final String REPOSITORY = "securitycenter-plugin";

    private final Pom pom;

    HostingTest() throws Exception {
        pom = Pom.read("pom.xml");
    }

    @Test
    void idFollowsTheNamingConvention() {
        assertThat(pom.at("groupId")).isEqualTo("io.jenkins.plugins");
        assertThat(pom.at("artifactId"))
                .isEqualTo(REPOSITORY.replace("-plugin", ""))
                .matches("[a-z-]{1,36}")
                .doesNotContain("jenkins", "plugin");
        assertThat(pom.at("name")).doesNotContainIgnoringCase("jenkins").doesNotContainIgnoringCase("plugin");
    }

    @Test
    void pomNamesTheRepositoryOverHttps() {
        assertThat(pom.at("url")).isEqualTo("https://github.com/jenkinsci/" + REPOSITORY);
        assertThat(pom.at("scm", "url")).isEqualTo(pom.at("url"));
        assertThat(pom.at("scm", "connection")).isEqualTo("scm:git:" + pom.at("url"));
        assertThat(pom.at("scm", "developerConnection")).startsWith("scm:git:https://");
        for (List<String> repositories : List.of(
                List.of("repositories", "repository", "url"),
                List.of("pluginRepositories", "pluginRepository", "url"))) {
            assertThat(pom.select(repositories.toArray(String[]::new)))
                    .isNotEmpty()
                    .allSatisfy(url -> assertThat(url.getTextContent()).startsWith("https://"));
        }
    }

    @Test
    void licenseIsInThePomAndInAFile() throws IOException {
        assertThat(pom.at("licenses", "license", "name")).isEqualTo("MIT License");
        assertThat(read("LICENSE.md")).contains("The MIT License");
    }

    /** The update site takes maintainers from the permissions of the repository. */
    @Test
    void pomNamesNoDevelopers() {
        assertThat(pom.select("developers")).isEmpty();
    }

    @Test
    void parentAndBaselineAreThoseOfTheHostingChecker() {
        assertThat(pom.at("parent", "groupId")).isEqualTo("org.jenkins-ci.plugins");
        assertThat(number(pom.at("parent", "version").split("\\.")[0])).isGreaterThanOrEqualTo(6);
        assertThat(number(pom.at("parent", "version").split("\\.")[1])).isGreaterThanOrEqualTo(2211);
        assertThat(pom.property("jenkins.version")).matches("2\\.\\d+\\.3");
        assertThat(number(pom.property("jenkins.baseline").split("\\.")[1])).isGreaterThanOrEqualTo(541);
        assertThat(pom.properties())
                .containsEntry("hpi.strictBundledArtifacts", "true")
                .containsEntry("ban-commons-lang-2.skip", "false")
                .doesNotContainKeys(
                        "java.level", "maven.compiler.source", "maven.compiler.target", "maven.compiler.release");
    }

    @Test
    void versionComesFromGit() throws IOException {
        assertThat(pom.select("version").findFirst().orElseThrow().getTextContent())
                .isEqualTo("${changelist}");
        assertThat(pom.properties()).containsEntry("changelist", "999999-SNAPSHOT");
        assertThat(read(".mvn/maven.config").lines()).contains("-Dchangelist.format=%d.v%s");
        assertThat(read(".mvn/extensions.xml")).contains("git-changelist-maven-extension");
    }

    @Test
    void continuousDeliveryDraftsTheReleases() throws IOException {
        assertThat(read(".github/workflows/cd.yaml"))
                .contains("jenkins-infra/github-reusable-workflows/.github/workflows/maven-cd.yml@");
        for (String folder : List.of(".github", ".github/workflows")) {
            for (String extension : List.of("yml", "yaml")) {
                assertThat(ROOT.resolve(folder).resolve("release-drafter." + extension))
                        .as("the CD workflow drafts releases with the settings of jenkinsci/.github")
                        .doesNotExist();
            }
        }
    }

    @Test
    void jenkinsfileBuildsThePluginWithAllowedJava() throws IOException {
        String jenkinsfile = read("Jenkinsfile");
        assertThat(jenkinsfile).startsWith("buildPlugin(");
        assertThat(Pattern.compile("jdk: (\\d+)").matcher(jenkinsfile).results().map(match -> match.group(1)))
                .isNotEmpty()
                .isSubsetOf("21", "25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".github/CODEOWNERS",
                ".github/dependabot.yml",
                ".github/workflows/jenkins-security-scan.yml",
                ".gitignore",
                "README.md",
                "src/main/resources/index.jelly"
            })
    void fileExists(String file) {
        assertThat(ROOT.resolve(file)).isNotEmptyFile();
    }

    @Test
    void filesSayWhatTheHostingCheckerReads() throws IOException {
        assertThat(read(".github/CODEOWNERS").lines()).contains("* @jenkinsci/" + REPOSITORY + "-developers");
        assertThat(read(".gitignore").lines()).contains("target/", "work/");
        assertThat(read(".github/dependabot.yml"))
                .contains("package-ecosystem: maven", "package-ecosystem: github-actions");
    }

    /** {@code SecurityRulesTest} looks for scripts and styles. */
    @Test
    void formsUseNoLegacyChecks() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("src/main/resources"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".jelly")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("checkUrl="));
        }
    }

    @Test
    void noProgramsAreCheckedIn() throws IOException {
        for (String folder : List.of("src", "docs", "standalone/jenkins-api/src", "standalone/annotation-index/src")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                assertThat(files.map(Path::toString)
                                .filter(file -> !file.contains("node_modules"))
                                .filter(file -> file.matches(".*\\.(class|dll|ear|exe|[hj]pi|jar|so|war)")))
                        .isEmpty();
            }
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
