package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaunchChecksTest {
    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();
    private final LaunchChecks obstacles = new LaunchChecks(server);

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    private List<String> launch(ScanKind kind) throws Exception {
        return sentences(obstacles.toLaunch(kind, ScanTargets.NONE));
    }

    private static List<String> sentences(List<LaunchObstacle> obstacles) {
        return obstacles.stream().map(LaunchObstacle::sentence).toList();
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
        assertThat(launch(ScanKind.ACTIVE)).isEmpty();
        assertThat(launch(ScanKind.AGENT)).isEmpty();
        assertThat(sentences(obstacles.toImport())).isEmpty();
    }

    @Test
    void saysWhichRightIsMissing() throws Exception {
        role(",\"permScan\":\"none\",\"permAgentsScan\":\"false\",\"permUploadNessusResults\":\"false\"");
        assertThat(launch(ScanKind.ACTIVE))
                .containsExactly("The account \"ci\" (role \"Executive\") is not allowed to run scans on SecurityCenter"
                        + " \"scripted\"; use the account of an organization user whose role allows it.");
        assertThat(launch(ScanKind.AGENT)).singleElement().asString().contains("is not allowed to run agent scans");
        assertThat(sentences(obstacles.toImport()))
                .singleElement()
                .asString()
                .contains("is not allowed to import scan results");
    }

    @Test
    void tellsAdministratorsThatTheyCannotScan() throws Exception {
        script.says(
                "GET /currentUser",
                "{\"id\":\"1\",\"username\":\"admin\",\"role\":{\"id\":\"1\",\"name\":\"Administrator\"}}");
        assertThat(launch(ScanKind.ACTIVE)).singleElement().asString().contains("\"admin\"");
        assertThat(sentences(obstacles.toImport())).hasSize(1);
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
        assertThat(launch(ScanKind.WEB))
                .containsExactly(
                        "Freeze window \"Month end\" is in effect on SecurityCenter \"scripted\": no targets can be"
                                + " scanned until it ends.",
                        "Freeze window \"Plant\" is in effect on SecurityCenter \"scripted\": 10.1.0.0/16, 10.2.0.1"
                                + " cannot be scanned until it ends.");
        assertThat(launch(ScanKind.AGENT)).isEmpty();
    }

    @Test
    void leavesOutWindowsForOtherAddresses() throws Exception {
        role("");
        script.says(
                "GET /freeze",
                "[{\"id\":\"2\",\"name\":\"Plant\",\"active\":true,\"allIPs\":\"false\","
                        + "\"ipList\":\"10.1.0.0/16,10.2.0.1\"}]");
        assertThat(obstacles.toLaunch(ScanKind.ACTIVE, ScanTargets.parse("10.2.0.2-10.2.0.9")))
                .isEmpty();
        assertThat(obstacles.toLaunch(ScanKind.ACTIVE, ScanTargets.parse("10.2.0.0/30")))
                .singleElement()
                .extracting(LaunchObstacle::certain)
                .isEqualTo(false);
        assertThat(obstacles.toLaunch(ScanKind.ACTIVE, ScanTargets.parse("10.9.0.1,www.example.com")))
                .hasSize(1);
    }

    @Test
    void tellsThatTheLicenceIsNotValid() throws Exception {
        role("");
        script.says("GET /status", "{\"licenseStatus\":\"Expired\"}");
        assertThat(launch(ScanKind.AGENT))
                .containsExactly("The license of SecurityCenter \"scripted\" is not valid (status \"Expired\"), so the"
                        + " server may refuse to run scans; ask an administrator to renew it.");
    }

    @Test
    void asksOlderServersByTheOldName() throws Exception {
        role("");
        script.says("GET /blackout", "[{\"id\":\"1\",\"name\":\"Night\",\"active\":\"true\",\"allIPs\":\"true\"}]");
        assertThat(launch(ScanKind.ACTIVE)).singleElement().asString().contains("\"Night\"");
    }

    @Test
    void keepsQuietAboutWhatItMayNotSee() throws Exception {
        script.says("GET /currentUser", "{\"id\":\"2\",\"username\":\"ci\",\"role\":{\"id\":\"5\",\"name\":\"X\"}}");
        assertThat(launch(ScanKind.ACTIVE)).isEmpty();
        assertThat(script.asked("GET /blackout")).isNotNull();
    }

    @Test
    void passesOnThatTheAccountIsNotLetIn() {
        script.refuses("GET /currentUser", 12, "This request contains an invalid token.");
        assertThatThrownBy(() -> launch(ScanKind.ACTIVE)).isInstanceOf(SecurityCenterException.class);
    }
}
