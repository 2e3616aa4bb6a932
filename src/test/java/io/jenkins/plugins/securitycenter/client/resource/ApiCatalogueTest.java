package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.resource.ApiEntry.Caller;
import io.jenkins.plugins.securitycenter.client.resource.ApiEntry.Evidence;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Request.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCatalogueTest {
    private final ApiCatalogue catalogue = ApiCatalogue.bundled();

    @Test
    void holdsEveryPathOnceAndInFull() {
        assertThat(catalogue.entries()).hasSizeGreaterThan(220);
        assertThat(catalogue.entries()).extracting(ApiEntry::path).doesNotHaveDuplicates();
        assertThat(catalogue.entries()).allSatisfy(entry -> {
            assertThat(entry.path()).matches("(/[A-Za-z_-]+|/\\{\\w+})+");
            assertThat(entry.methods()).isNotEmpty();
            assertThat(entry.purpose()).isNotBlank().doesNotEndWith(".");
            assertThat(entry.evidence()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/scan, /scan",
        "scan/3, /scan/{id}",
        "/scan/3/launch, /scan/{id}/launch",
        "/scan/{id}/launch, /scan/{id}/launch",
        "/scanResult/import, /scanResult/import",
        "/scanResult/8/import, /scanResult/{id}/import",
        "/feed/active, /feed/{type}",
        "/hosts/search, /hosts/search",
        "/hosts/0f8fad5b-d9cb-469f-a165-70867728950e, /hosts/{uuid}",
        "/dashboard/1/component/2, /dashboard/{id}/component/{id}",
        "/solutions/12/asset, /solutions/{id}/asset",
        "/cve/CVE-2024-3094, /cve/{CVE}"
    })
    void findsPaths(String path, String entry) {
        assertThat(catalogue.find(path)).map(ApiEntry::path).contains(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/scans", "/scan/foo", "/scan/3/launch/now", "/SCAN"})
    void knowsWhatItDoesNotKnow(String path) {
        assertThat(catalogue.find(path)).isEmpty();
    }

    @Test
    void tellsAllOfAPath() {
        assertThat(catalogue.find("/freeze/3")).hasValueSatisfying(entry -> {
            assertThat(entry.orderedMethods()).containsExactly(Method.GET, Method.PATCH, Method.DELETE);
            assertThat(entry.caller()).isEqualTo(Caller.ORGANIZATION);
            assertThat(entry.since()).isEqualTo("5.18");
            assertThat(entry.evidence()).isEqualTo(List.of(Evidence.GUIDE));
            assertThat(entry.verified()).isTrue();
        });
        assertThat(catalogue.find("/lumin").orElseThrow().verified()).isFalse();
    }

    @Test
    void searchesPathsBeforePurposes() {
        assertThat(catalogue.search("/scanR", 5))
                .extracting(ApiEntry::path)
                .hasSize(5)
                .startsWith("/scanResult");
        assertThat(catalogue.search("launch", 50)).extracting(ApiEntry::path).contains("/scan/{id}/launch");
        assertThat(catalogue.search("uploaded NESSUS file", 5))
                .extracting(ApiEntry::path)
                .containsExactly("/scanResult/import");
        assertThat(catalogue.search("", 10)).hasSize(10).isEqualTo(catalogue.search(" * ", 10));
        assertThat(catalogue.search("no such thing", 10)).isEmpty();
    }

    @Test
    void doubtsInASentence() {
        assertThat(catalogue.doubt(Method.GET, "/scan/3")).isEmpty();
        assertThat(catalogue.doubt(Method.PUT, "/scan/3"))
                .contains("Path /scan/{id} is known to accept GET, PATCH, DELETE, not PUT.");
        assertThat(catalogue.doubt(Method.GET, "/scans"))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Path /scans is not a known path"));
        assertThat(catalogue.doubt(Method.GET, "/lumin"))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Path /lumin has not been verified"));
    }

    @Test
    void knowsAllThatTypedAccessUses() {
        assertThat(ResourceType.ALL).allSatisfy(kind -> {
            assertThat(catalogue.find(kind.path())).isPresent();
            assertThat(catalogue.find(kind.path() + "/1")).as(kind.path()).isPresent();
        });
    }

    @Test
    void holdsTheFactsOfTheReference() throws Exception {
        for (JsonNode fact : Recordings.beside("catalogue.json")) {
            ApiEntry entry = catalogue.find(fact.path("path").asText()).orElseThrow();
            assertThat(entry.path()).isEqualTo(fact.path("path").asText());
            assertThat(entry.methods()).hasSize(fact.path("methods").size());
            assertThat(entry.since()).isEqualTo(fact.path("since").asText());
            assertThat(entry.verified())
                    .isEqualTo(!fact.path("evidence").toString().contains("not verified")
                            || fact.path("evidence").size() > 1);
        }
    }

    @Test
    void warnsOfWhatIsNotKnownOnly() {
        ApiCatalogue bundled = ApiCatalogue.bundled();
        assertThat(bundled.unknown(Request.Method.GET, "/no/such")).isPresent();
        assertThat(bundled.unknown(Request.Method.PUT, "/scan/3")).isPresent();
        assertThat(bundled.unknown(Request.Method.GET, "/scan/3")).isEmpty();
        assertThat(bundled.entries())
                .filteredOn(entry -> !entry.verified())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(bundled.unknown(Request.Method.DELETE, entry.path()))
                        .isEmpty());
    }
}
