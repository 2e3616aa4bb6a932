package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Completeness;
import io.jenkins.plugins.securitycenter.client.resource.RowDigests;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DuplicateFindingsTest {

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();
    private final List<Finding> kept = new ArrayList<>();
    private Completeness completeness;

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @Test
    void tellsRowsApartThatTheFewBitsOfTheFirstReadingDoNot() throws Exception {
        String mild = row(1, 0);
        String grave = IntStream.range(0, 10_000)
                .mapToObj(number -> row(4, number))
                .filter(row -> seemsTheSame(mild, row))
                .findFirst()
                .orElseThrow();
        script.says("POST /analysis", "{\"totalRecords\":\"2\",\"results\":[" + mild + "," + grave + "]}");

        new Analysis(server).read(AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE), new Keeping());

        assertThat(kept).extracting(Finding::severity).containsExactly(Severity.CRITICAL);
        assertThat(completeness).isEqualTo(new Completeness(1, 0));
    }

    @Test
    void saysThatEqualRowsMayStandInThePlaceOfOthers() throws Exception {
        script.says("POST /analysis", "{\"totalRecords\":\"2\",\"results\":[" + row(1, 0) + "," + row(1, 0) + "]}");

        new Analysis(server).read(AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE), new Keeping());

        assertThat(kept).hasSize(1);
        assertThat(completeness).isEqualTo(new Completeness(1, 1));
    }

    private static boolean seemsTheSame(String one, String other) {
        RowDigests seen = new RowDigests();
        seen.add(1, content(one));
        return seen.add(1, content(other)) == RowDigests.Before.SAME && content(one) != content(other);
    }

    private static int content(String row) {
        try {
            JsonNode node = EnvelopeReader.mapper().readTree(row);
            return node.hashCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(int severity, int number) {
        return "{\"pluginID\":\"1\",\"severity\":{\"id\":\"" + severity + "\"},\"ip\":\"192.0.2.9\",\"pluginText\":\""
                + number + "\"}";
    }

    private final class Keeping implements Analysis.FindingsListener {

        @Override
        public void finding(Finding finding) {
            kept.add(finding);
        }

        @Override
        public void restart(String reason, long missing) {
            kept.clear();
        }

        @Override
        public void end(Completeness read) {
            completeness = read;
        }
    }
}
