package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingFiltersTest {

    private static final AnalysisQuery ALL = AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE);

    private final ObjectMapper json = new ObjectMapper();
    private final ScriptedServer script = new ScriptedServer()
            .says("GET /repository", "[{\"id\":\"1\",\"name\":\"Inside\"},{\"id\":\"2\",\"name\":\"DMZ\"}]")
            .says("GET /asset", "{\"usable\":[{\"id\":\"12\",\"name\":\"Windows hosts\"}],\"manageable\":[]}")
            .says(
                    "GET /pluginFamily",
                    "[{\"id\":\"0\",\"name\":\"N/A\"},{\"id\":\"11\",\"name\":\"Web Servers\"},"
                            + "{\"id\":\"20\",\"name\":\"Windows\"},{\"id\":\"1011\",\"name\":\"Web Servers\"}]");
    private final SecurityCenter server = script.connect();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            severity         | "High, critical"            | severity         | "3,4"
            severity         | 2                           | severity         | 2
            plugin           | "19506,10107"               | pluginID         | "19506,10107"
            host             | "10.0.0.0/24,10.1.0.1-10.1.0.9" | ip           | "10.0.0.0/24,10.1.0.1-10.1.0.9"
            host             | www.example.com             | dnsName          | www.example.com
            port             | "80,443"                    | port             | "80,443"
            protocol         | "tcp,UDP"                   | protocol         | "6,17"
            cve              | cve-2021-44228              | cveID            | CVE-2021-44228
            exploitAvailable | True                        | exploitAvailable | true
            cvss             | 7                           | cvssV3BaseScore  | 7-10
            vpr              | 4 - 6.9                     | vprScore         | 4-6.9
            seenWithinDays   | 30                          | lastSeen         | 0:30
            firstSeen        | 0:7                         | firstSeen        | 0:7
            """)
    void translatesWhatUsersWrite(String word, String value, String apiName, String apiValue) throws Exception {
        assertThat(filters(word, TextNode.valueOf(value)))
                .containsExactly(Map.entry(apiName, TextNode.valueOf(apiValue)));
        assertThat(script.asked()).isEmpty();
    }

    @Test
    void findsObjectsByNameOrId() throws Exception {
        assertThat(filters("repository", TextNode.valueOf("DMZ,1")))
                .containsExactly(Map.entry("repository", json("[{\"id\":\"2\"},{\"id\":\"1\"}]")));
        assertThat(filters("asset", TextNode.valueOf("Windows hosts")))
                .containsExactly(Map.entry("asset", json("{\"id\":\"12\"}")));
    }

    @Test
    void meansAllFamiliesOfAName() throws Exception {
        assertThat(filters("family", TextNode.valueOf("web servers,20")))
                .containsExactly(Map.entry("family", json("[{\"id\":\"11\"},{\"id\":\"1011\"},{\"id\":\"20\"}]")));
    }

    @Test
    void refusesTheFamilyForWhichTheServerFindsNothing() {
        assertThatThrownBy(() -> filters("family", TextNode.valueOf("N/A")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but not 0, which matches nothing");
    }

    @Test
    void saysWhichNamesThereAre() {
        assertThatThrownBy(() -> filters("repository", TextNode.valueOf("Outside")))
                .hasMessage(
                        "Repository \"Outside\" does not exist on SecurityCenter \"scripted\", or the account cannot"
                                + " use it; the account can use \"Inside\", \"DMZ\".");
    }

    @Test
    void takesListsNumbersAndFlags() throws Exception {
        assertThat(filters("severity", json("[\"High\", 4]"))).containsValue(TextNode.valueOf("3,4"));
        assertThat(filters("port", json("443"))).containsValue(TextNode.valueOf("443"));
        assertThat(filters("exploitAvailable", json("true"))).containsValue(TextNode.valueOf("true"));
    }

    @Test
    void leavesTheShapeOfTheApiAlone() throws Exception {
        JsonNode combination = json("{\"operator\":\"complement\",\"operand1\":{\"id\":\"7\"}}");
        assertThat(filters("asset", combination)).containsExactly(Map.entry("asset", combination));
        assertThat(filters("repository", json("[{\"id\":\"9\"}]")))
                .containsExactly(Map.entry("repository", json("[{\"id\":\"9\"}]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            severity         | Severe              | use severities such as High,Critical.
            plugin           | Apache              | use plugin IDs such as 19506.
            family           | 0                   | use names or IDs of plugin families, but not 0, which matches nothing.
            host             | "10.0.0.1,www.example.com" | use addresses, ranges and networks, or host names, but not both.
            host             | 10.0.0.300          | use addresses, ranges and networks, or host names, but not both.
            port             | 70000               | use ports from 0 to 65535 such as 80,443.
            protocol         | SCTP                | use TCP, UDP or ICMP.
            asset            | "1,2"               | use the name or ID of one asset list.
            cve              | 2021-44228          | use CVEs such as CVE-2021-44228.
            exploitAvailable | maybe               | use true or false.
            cvss             | 11                  | use a minimum CVSS 3 score such as 7, or a range such as 4-6.9.
            vpr              | 7-5                 | use a minimum VPR such as 7, or a range such as 4-6.9.
            seenWithinDays   | 0                   | use a number of days such as 30.
            severity         | ""                  | use severities such as High,Critical.
            """)
    void saysWhatAFilterTakes(String word, String value, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FindingFilters(Map.of(word, TextNode.valueOf(value))))
                .withMessage("Filter " + word + " \"" + value + "\" is not valid; " + allowed);
    }

    @Test
    void refusesTwoWordsForTheSameFilter() {
        Map<String, JsonNode> both = new LinkedHashMap<>();
        both.put("host", TextNode.valueOf("10.0.0.1"));
        both.put("ip", TextNode.valueOf("10.0.0.2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FindingFilters(both))
                .withMessage("Filters host and ip are the same filter in SecurityCenter; use only one of them.");
    }

    private Map<String, JsonNode> filters(String word, JsonNode value) throws Exception {
        return new FindingFilters(Map.of(word, value)).addTo(ALL, server).filters();
    }

    private JsonNode json(String text) throws IOException {
        return json.readTree(text);
    }
}
