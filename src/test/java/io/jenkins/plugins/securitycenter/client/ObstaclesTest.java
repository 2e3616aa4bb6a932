package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.model.ScanKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObstaclesTest {
    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();
    private final Obstacles obstacles = new Obstacles(server);

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    private void role(String rights) {
        script.says(
                        "GET /currentUser",
                        "{\"id\":\"2\",\"username\":\"ci\",\"role\":{\"id\":\"5\",\"name\":\"Executive\"}}")
                .says("GET /role/5", "{\"id\":\"5\",\"name\":\"Executive\"" + rights + "}");
    }

    @Test
    void findsNothingInTheWay() throws Exception {
        role(",\"permScan\":\"full\",\"permAgentsScan\":\"true\",\"permUploadNessusResults\":\"true\"");
        script.says("GET /freeze", "[{\"id\":\"1\",\"name\":\"Past\",\"active\":\"false\"}]");
        assertThat(obstacles.toLaunch(ScanKind.ACTIVE)).isEmpty();
        assertThat(obstacles.toLaunch(ScanKind.AGENT)).isEmpty();
        assertThat(obstacles.toImport()).isEmpty();
    }

    @Test
    void saysWhichRightIsMissing() throws Exception {
        role(",\"permScan\":\"none\",\"permAgentsScan\":\"false\",\"permUploadNessusResults\":\"false\"");
        assertThat(obstacles.toLaunch(ScanKind.ACTIVE))
                .containsExactly("The account \"ci\", role \"Executive\", may not run scans on SecurityCenter"
                        + " \"scripted\"; use the account of an organization's user whose role allows it.");
        assertThat(obstacles.toLaunch(ScanKind.AGENT))
                .singleElement()
                .asString()
                .contains("may not run agent scans");
        assertThat(obstacles.toImport()).singleElement().asString().contains("may not import scan results");
    }

    @Test
    void tellsAdministratorsThatTheyCannotScan() throws Exception {
        script.says(
                "GET /currentUser",
                "{\"id\":\"1\",\"username\":\"admin\",\"role\":{\"id\":\"1\",\"name\":\"Administrator\"}}");
        assertThat(obstacles.toLaunch(ScanKind.ACTIVE))
                .singleElement()
                .asString()
                .contains("\"admin\"");
        assertThat(obstacles.toImport()).hasSize(1);
    }

    @Test
    void explainsFreezeWindows() throws Exception {
        role("");
        script.says(
                "GET /freeze",
                "[{\"id\":\"1\",\"name\":\"Month end\",\"active\":\"true\",\"enabled\":\"true\",\"allIPs\":\"true\","
                        + "\"ipList\":\"\",\"repository\":{\"id\":-1}},"
                        + "{\"id\":\"2\",\"name\":\"Plant\",\"active\":true,\"allIPs\":\"false\","
                        + "\"ipList\":\"10.1.0.0/16,10.2.0.1\"},"
                        + "{\"id\":\"3\",\"name\":\"Switched off\",\"active\":\"true\",\"enabled\":\"false\"}]");
        assertThat(obstacles.toLaunch(ScanKind.WEB))
                .containsExactly(
                        "Freeze window \"Month end\" is in effect on SecurityCenter \"scripted\": all targets cannot be"
                                + " scanned before it ends.",
                        "Freeze window \"Plant\" is in effect on SecurityCenter \"scripted\": 10.1.0.0/16, 10.2.0.1"
                                + " cannot be scanned before it ends.");
        assertThat(obstacles.toLaunch(ScanKind.AGENT)).isEmpty();
    }

    @Test
    void asksOlderServersByTheOldName() throws Exception {
        role("");
        script.says("GET /blackout", "[{\"id\":\"1\",\"name\":\"Night\",\"active\":\"true\",\"allIPs\":\"true\"}]");
        assertThat(obstacles.toLaunch(ScanKind.ACTIVE))
                .singleElement()
                .asString()
                .contains("\"Night\"");
    }

    @Test
    void keepsQuietAboutWhatItMayNotSee() throws Exception {
        script.says("GET /currentUser", "{\"id\":\"2\",\"username\":\"ci\",\"role\":{\"id\":\"5\",\"name\":\"X\"}}");
        assertThat(obstacles.toLaunch(ScanKind.ACTIVE)).isEmpty();
        assertThat(script.asked("GET /blackout")).isNotNull();
    }

    @Test
    void passesOnThatTheAccountIsNotLetIn() {
        script.refuses("GET /currentUser", 0, "");
        assertThatThrownBy(() -> obstacles.toLaunch(ScanKind.ACTIVE)).isInstanceOf(SecurityCenterException.class);
    }
}
