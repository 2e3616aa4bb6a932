package io.jenkins.plugins.securitycenter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of the documents leads somewhere, and every picture and page is linked. */
class LinksTest {

    private static final Path ROOT = Pom.repository();

    /** A link within the repository. */
    private record Target(String file, String anchor) {}

    static Stream<String> pages() {
        return Page.all().stream().map(Page::path);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFilesAndHeadings(String path) {
        assertThat(targets(Page.of(path))).allSatisfy(target -> {
            assertThat(ROOT.resolve(target.file())).exists();
            if (!target.anchor().isEmpty()) {
                assertThat(target.file()).as("a file with headings").endsWith(".md");
                assertThat(Page.of(target.file()).anchors()).contains(target.anchor());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void addressesAreWellFormed(String path) {
        assertThat(Page.of(path).links()).filteredOn(LinksTest::isAddress).allSatisfy(link -> {
            URI uri = URI.create(link);
            if ("mailto".equals(uri.getScheme())) {
                assertThat(uri.getSchemeSpecificPart()).contains("@");
            } else {
                assertThat(uri.getHost()).isNotEmpty();
                assertThat(uri.getScheme()).isEqualTo(uri.getHost().equals("localhost") ? "http" : "https");
            }
        });
    }

    @Test
    void everyPictureIsShownLightAndDark() throws IOException {
        Set<String> shown = new TreeSet<>();
        Page.all()
                .forEach(page -> targets(page).stream()
                        .map(Target::file)
                        .filter(file -> file.endsWith(".png"))
                        .forEach(shown::add));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/images"))) {
            assertThat(files.map(file -> "docs/images/" + file.getFileName())).hasSameElementsAs(shown);
        }
        assertThat(shown)
                .allSatisfy(file -> assertThat(shown)
                        .contains(file.endsWith("-dark.png") ? file : file.replace(".png", "-dark.png")));
    }

    @Test
    void theReadmeLeadsToEveryPage() {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of("README.md"));
        while (!open.isEmpty()) {
            String path = open.remove(open.size() - 1);
            if (path.endsWith(".md") && reached.add(path)) {
                targets(Page.of(path)).forEach(target -> open.add(target.file()));
            }
        }
        assertThat(reached).containsAll(pages().toList());
    }

    private static List<Target> targets(Page page) {
        List<Target> targets = new ArrayList<>();
        for (String link : page.links()) {
            if (!isAddress(link)) {
                String[] parts = link.split("#", 2);
                Path folder = ROOT.resolve(page.path()).getParent();
                Path file = parts[0].isEmpty() ? ROOT.resolve(page.path()) : folder.resolve(parts[0]);
                targets.add(new Target(
                        ROOT.relativize(file.normalize()).toString().replace('\\', '/'),
                        parts.length == 1 ? "" : parts[1]));
            }
        }
        return targets;
    }

    private static boolean isAddress(String link) {
        return link.matches("[a-z]+:.*");
    }
}
