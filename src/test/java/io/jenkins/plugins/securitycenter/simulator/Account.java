package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A user of the simulated server.
 *
 * @param login how the user gets in
 * @param group the group, whose repositories the user may query
 */
record Account(String id, Login login, String firstname, String lastname, Group group) {
    static final Account CI = new Account(
            "2",
            new Login("ci", "ci-password", "0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"),
            "Continuous",
            "Integration",
            new Group("0", "Full Access", List.of("1", "2")));
    static final Account ANALYST = new Account(
            "3",
            new Login(
                    "analyst",
                    "analyst-password",
                    "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf",
                    "b0b1b2b3b4b5b6b7b8b9babbbcbdbebf"),
            "Ann",
            "Alyst",
            new Group("5", "Analysts", List.of("1")));
    static final Account ADMIN = new Account(
            "1",
            new Login(
                    "admin", "admin-password", "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf", "d0d1d2d3d4d5d6d7d8d9dadbdcdddedf"),
            "Ad",
            "Ministrator",
            new Group("-1", "", List.of()));

    /** Two ways in. */
    record Login(String username, String password, String accessKey, String secretKey) {
        @Override
        public String toString() {
            return username;
        }
    }

    /** A group and the repositories it may see. */
    record Group(String id, String name, List<String> repositories) {}

    String username() {
        return login.username();
    }

    /** The id of the role. */
    String role() {
        return administrator() ? "1" : this == CI ? "2" : "4";
    }

    boolean administrator() {
        return this == ADMIN;
    }

    boolean sees(String repositoryId) {
        return group.repositories().contains(repositoryId);
    }

    /** The short form in other records. */
    ObjectNode reference() {
        return Json.texts("id", id, "username", username(), "firstname", firstname, "lastname", lastname);
    }

    ObjectNode groupReference() {
        return Json.texts("id", group.id(), "name", group.name(), "description", group.name() + " group");
    }
}
