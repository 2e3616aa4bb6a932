package io.jenkins.plugins.securitycenter.run;

import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.client.Session;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a block hands to what runs in it: the server and the account for steps, and a session for scripts. Stored with
 * the build, where Jenkins encrypts the secrets, and sent to agents, which have no service of the controller.
 */
public final class SessionScope implements Serializable {

    private static final long serialVersionUID = 1;

    private static final String URL = "SECURITYCENTER_URL";
    private static final String TOKEN = "SECURITYCENTER_TOKEN";
    private static final String COOKIE = "SECURITYCENTER_COOKIE";

    /** The variables whose values are secrets. */
    public static final Set<String> SENSITIVE = Set.of(TOKEN, COOKIE);

    private final String id = UUID.randomUUID().toString();
    private final String server;
    private final String credentialsId;

    /** Replaced as a whole; null before a session was opened, and in builds of versions that did not store it. */
    private volatile HashMap<String, Secret> variables;
    /** As {@link #variables}; what earlier sessions of the block had stays in it. */
    private volatile ArrayList<Secret> hidden;

    private transient volatile boolean over;

    public SessionScope(Connection connection) {
        this.server = connection.server();
        this.credentialsId = connection.credentialsId();
    }

    String id() {
        return id;
    }

    /** The server and the account of the block, as they were given. */
    public Connection connection() {
        return new Connection(server, credentialsId);
    }

    /** Hands out another session from now on; none when the account needs none. */
    void take(URI url, Optional<Session> session) {
        HashMap<String, Secret> next = new HashMap<>();
        next.put(URL, Secret.fromString(url.toString()));
        session.ifPresent(present -> {
            next.put(TOKEN, Secret.fromString(present.token()));
            next.put(COOKIE, Secret.fromString(present.cookie()));
            hide(present);
        });
        variables = next;
    }

    private void hide(Session session) {
        Set<String> all = new LinkedHashSet<>(hidden());
        for (String secret : session.secrets()) {
            all.add(secret);
            // what scripts of freestyle builds may see of it
            all.add(escaped(secret));
        }
        ArrayList<Secret> next = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(secret -> next.add(Secret.fromString(secret)));
        hidden = next;
    }

    private static String escaped(String value) {
        return value.replace("$", "$$");
    }

    /** The variables for scripts, by name. */
    public Map<String, String> variables() {
        Map<String, String> plain = new TreeMap<>();
        Map<String, Secret> present = variables;
        if (present != null) {
            present.forEach((name, value) -> plain.put(name, value.getPlainText()));
        }
        return plain;
    }

    /** The variables of a freestyle build, which expands them twice before a script gets them. */
    public Map<String, String> escapedVariables() {
        Map<String, String> escaped = variables();
        escaped.replaceAll((name, value) -> escaped(escaped(value)));
        return escaped;
    }

    /** What must not be seen in a log, the longest first. */
    public List<String> hidden() {
        List<Secret> present = hidden;
        return present == null
                ? List.of()
                : present.stream().map(Secret::getPlainText).toList();
    }

    /** The session that scripts have been given. */
    Optional<Session> left() {
        Map<String, String> present = variables();
        return present.containsKey(TOKEN)
                ? Optional.of(new Session(present.get(TOKEN), present.get(COOKIE)))
                : Optional.empty();
    }

    /** Whether the block has ended. */
    public boolean over() {
        return over;
    }

    void end() {
        over = true;
    }
}
