package io.jenkins.plugins.securitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.json.PackageVersion;
import groovy.lang.GroovySystem;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.util.VersionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.yaml.snakeyaml.composer.Composer;

/** The pom.xml at the root and the one in standalone make the same plugin. */
class BuildsAgreeTest {
    private final Pom root;
    private final Pom standalone;
    private final Pom plugin;

    BuildsAgreeTest() throws Exception {
        root = Pom.read("pom.xml");
        standalone = Pom.read("standalone/pom.xml");
        plugin = Pom.read("standalone/plugin/pom.xml", standalone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "archunit.version",
                "assertj.version",
                "changelist",
                "commonmark.version",
                "commons-csv.version",
                "cyclonedx-maven-plugin.version",
                "java-sarif.version",
                "jenkins.version",
                "jmail.version",
                "jqwik.version",
                "json-schema.version",
                "jspecify.version",
                "owasp-encoder.version"
            })
    void propertiesAreEqual(String name) {
        assertThat(standalone.property(name)).isEqualTo(root.property(name));
    }

    @Test
    void manifestNamesTheSamePlugin() {
        assertThat(manifest("Group-Id")).isEqualTo(root.at("groupId"));
        assertThat(plugin.at("groupId")).isEqualTo(root.at("groupId"));
        assertThat(plugin.at("artifactId")).isEqualTo(root.at("artifactId"));
        assertThat(plugin.at("build", "finalName")).isEqualTo(root.at("artifactId"));
        assertThat(plugin.at("name")).isEqualTo(root.at("name"));
        assertThat(plugin.property("plugin.url")).isEqualTo(root.at("url"));
        for (String element : List.of("name", "url")) {
            assertThat(plugin.at("licenses", "license", element)).isEqualTo(root.at("licenses", "license", element));
        }
    }

    @Test
    void bothWriteAnSbom() {
        for (Pom pom : List.of(root, plugin)) {
            Element sbom = pom.select("build", "plugins", "plugin")
                    .filter(one -> text(one, "artifactId").equals("cyclonedx-maven-plugin"))
                    .flatMap(one -> Pom.child(one, "executions"))
                    .flatMap(one -> Pom.child(one, "execution"))
                    .findFirst()
                    .orElseThrow();
            assertThat(text(sbom, "goals")).isEqualTo("makeBom");
            assertThat(Pom.child(sbom, "configuration").map(one -> text(one, "outputFormat")))
                    .containsExactly("json");
        }
    }

    @Test
    void samePluginsAreRequired() {
        assertThat(requiredPlugins().keySet())
                .isEqualTo(root.select("dependencies", "dependency")
                        .filter(dependency ->
                                Pom.child(dependency, "scope").findAny().isEmpty())
                        .map(dependency -> text(dependency, "artifactId"))
                        .filter(artifact -> !artifact.equals(root.property("hpi.bundledArtifacts")))
                        .collect(Collectors.toSet()));
    }

    @Test
    void samePluginsAreOptional() {
        assertThat(Stream.of(plugin.property("plugin.dependencies").split(","))
                        .filter(dependency -> dependency.endsWith(";resolution:=optional"))
                        .map(dependency -> dependency.split(":")[0]))
                .containsExactlyInAnyOrderElementsOf(root.select("dependencies", "dependency")
                        .filter(dependency ->
                                Pom.child(dependency, "optional").findAny().isPresent())
                        .map(dependency -> text(dependency, "artifactId"))
                        .toList());
    }

    @Test
    void versionsComeFromTheSameBom() {
        Element bom = root.select("dependencyManagement", "dependencies", "dependency")
                .findFirst()
                .orElseThrow();
        assertThat(root.filled(text(bom, "artifactId") + ":" + text(bom, "version")))
                .isEqualTo(standalone.property("jenkins.bom"));
    }

    @Test
    void requiredVersionsAreThoseOnTheClassPath() throws IOException {
        Map<String, String> present = new TreeMap<>();
        for (URL url : Collections.list(getClass().getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            Attributes attributes = new Manifest(url.openStream()).getMainAttributes();
            String name = attributes.getValue("Short-Name");
            if (name != null && requiredPlugins().containsKey(name)) {
                present.put(name, attributes.getValue("Plugin-Version"));
            }
        }
        assumeThat(present)
                .as("the plugins themselves, absent from the standalone build")
                .isNotEmpty();
        assertThat(present).isEqualTo(requiredPlugins());
    }

    @Test
    void librariesAreThoseOfTheApiPlugins() throws IOException {
        assertThat(PackageVersion.VERSION).hasToString(standalone.property("jackson.version"));
        assertThat(release("org.apache.hc.client5")).isEqualTo(standalone.property("httpclient5.version"));
        assertThat(release("org.apache.hc.core5")).isEqualTo(standalone.property("httpcore5.version"));
        assertThat(GroovySystem.getVersion()).isEqualTo(standalone.property("groovy.version"));
        assertThat(snakeYaml()).isEqualTo(standalone.property("snakeyaml.version"));
    }

    @Test
    void classesAreForTheSameJava() throws IOException {
        try (DataInputStream classFile = new DataInputStream(Severity.class.getResourceAsStream("Severity.class"))) {
            classFile.skipBytes(6);
            assertThat(classFile.readUnsignedShort() - 44)
                    .isEqualTo(Integer.parseInt(standalone.property("maven.compiler.release")));
        }
    }

    private Map<String, String> requiredPlugins() {
        return Stream.of(plugin.property("plugin.dependencies").split(","))
                .map(dependency -> dependency.split("[:;]"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> b, TreeMap::new));
    }

    private String manifest(String entry) {
        return plugin.filled(plugin.select("build", "plugins", "plugin", "configuration", "archive", "manifestEntries")
                .map(entries -> text(entries, entry))
                .findFirst()
                .orElseThrow());
    }

    private static String text(Element element, String name) {
        return Pom.child(element, name)
                .findFirst()
                .orElseThrow()
                .getTextContent()
                .strip();
    }

    private static String snakeYaml() throws IOException {
        Properties properties = new Properties();
        try (InputStream pom =
                Composer.class.getResourceAsStream("/META-INF/maven/org.yaml/snakeyaml/pom.properties")) {
            properties.load(pom);
        }
        return properties.getProperty("version");
    }

    private static String release(String library) {
        return VersionInfo.loadVersionInfo(library, BuildsAgreeTest.class.getClassLoader())
                .getRelease();
    }
}
