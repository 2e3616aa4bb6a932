package io.jenkins.plugins.securitycenter.client.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.ApiEntry.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/api-coverage.md} in step with the catalogue. After a change of {@code api-catalogue.json} or of the
 * kinds with typed access, write the page anew:
 * {@code mvn -f standalone test -Dtest=ApiCoverageTest -Dapi-coverage.write=true}
 */
class ApiCoverageTest {
    private static final String PAGE = "docs/api-coverage.md";
    /** Resources that have classes of their own in the package client. */
    private static final Set<String> SPECIAL =
            Set.of("token", "system", "status", "currentUser", "scanResult", "analysis", "file");

    @Test
    void pageShowsTheCatalogue() throws IOException {
        Path page = root().resolve(PAGE);
        if (Boolean.getBoolean("api-coverage.write")) {
            Files.writeString(page, text(), UTF_8);
        }
        assertThat(Files.readString(page, UTF_8).replace("\r\n", "\n"))
                .as(PAGE + ": the comment of this test says how to write it anew")
                .isEqualTo(text());
    }

    private static String text() {
        List<ApiEntry> entries = ApiCatalogue.bundled().entries();
        long verified = entries.stream().filter(ApiEntry::verified).count();
        return """
                # The API and the plugin

                <!-- Written by ApiCoverageTest from api-catalogue.json: change the data, not this page. -->

                `securityCenterRequest` can call every path of SecurityCenter's REST API except `/token`, including paths that are
                not listed here; the list is used only for its suggestions and warnings. Of %d paths, %d are verified: a recorded
                exchange, the API guide or the source of a client shows them. The others, marked (?), are inferred from the names of
                pages of the API guide: their methods may differ, and they may not exist.

                *Who* says which accounts may call a path. *Typed* paths are read by a class of the plugin, so that the steps find
                their objects by name.

                | Path | Methods | Purpose | Who | Since | Known from | Typed |
                | --- | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(
                        entries.size(),
                        verified,
                        entries.stream().map(ApiCoverageTest::row).collect(Collectors.joining("\n")));
    }

    private static String row(ApiEntry entry) {
        return String.join(
                        " | ",
                        "| `" + entry.path() + "`" + (entry.verified() ? "" : " (?)"),
                        entry.orderedMethods().stream().map(Enum::name).collect(Collectors.joining(" ")),
                        entry.purpose(),
                        entry.caller().words(),
                        entry.since(),
                        entry.evidence().stream().map(Evidence::words).collect(Collectors.joining(", ")),
                        typed(entry) ? "yes |" : "|")
                .replace("|  |", "| |");
    }

    private static boolean typed(ApiEntry entry) {
        String resource = entry.path().split("/")[1];
        return SPECIAL.contains(resource)
                || ResourceType.ALL.stream().anyMatch(kind -> kind.path().equals("/" + resource));
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("standalone/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("The root of the project was not found.");
    }
}
