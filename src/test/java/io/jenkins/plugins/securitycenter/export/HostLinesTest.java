package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.gate.ScannedHost;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostLinesTest {

    private static final ResourceReference REPOSITORY = new ResourceReference("4", "Outside");
    private static final Host HOST = new Host("192.0.2.1", "", "web.example.com", "", "", "repositoryID,ip,dnsName");
    private static final ExportOptions OPTIONS = ExportOptions.DEFAULT
            .of("dmz")
            .ofScan(true)
            .recordedBy(new RecordedBuild(
                    "https://ci.example.com/",
                    "team-a/weekly",
                    12,
                    Optional.of(Instant.parse("2026-10-10T04:18:31Z")),
                    "production"));

    @Test
    void writesEverythingOfAHost() throws IOException {
        assertThat(json(text(OPTIONS, new ScannedHost(REPOSITORY, HOST, Optional.of(false), "Login failed"))))
                .isEqualTo(json("""
                {"schemaVersion": 1, "controller": "https://ci.example.com/", "job": "team-a/weekly", "build": 12,
                 "buildTime": "2026-10-10T04:18:31Z", "record": "dmz", "server": "production",
                 "fingerprint": "ec648027d34b0da0",
                 "host": {"ip": "192.0.2.1", "uuid": "", "dnsName": "web.example.com", "netbiosName": "", "url": "",
                   "uniqueness": "repositoryID,ip,dnsName"},
                 "repository": {"id": "4", "name": "Outside"}, "loggedIn": false, "reason": "Login failed",
                 "partialScan": true}
                """));
    }

    @Test
    void writesNullForAnUnknownLogin() throws IOException {
        JsonNode line = json(text(ExportOptions.DEFAULT, new ScannedHost(REPOSITORY, HOST, Optional.empty(), "")));

        assertThat(line.get("loggedIn").isNull()).isTrue();
        assertThat(line.get("buildTime").isNull()).isTrue();
    }

    @Test
    void writesALineForEachHost() throws IOException {
        String text = HostileTexts.MIXED;
        ScannedHost hostile = new ScannedHost(
                new ResourceReference(text, text), new Host(text, text, text, text, "", text), Optional.of(true), text);

        assertThat(text(OPTIONS, hostile, hostile).lines())
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(json(line).get("reason").asText()).isEqualTo(text.replace('\uD800', '\uFFFD')));
        assertThat(text(OPTIONS)).isEmpty();
    }

    private static String text(ExportOptions options, ScannedHost... hosts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new HostLines(List.of(hosts), options).write(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        JsonNode line = new ObjectMapper().readTree(text);
        LineSchema.HOSTS.validate(line);
        return line;
    }
}
