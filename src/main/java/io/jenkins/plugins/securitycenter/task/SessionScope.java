package io.jenkins.plugins.securitycenter.task;

import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.client.BlockSession;
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
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The context of a block: the server and the account for steps, and the session for scripts. It is stored with the
 * build, where Jenkins encrypts the secrets, and sent to agents, which cannot access services of the controller.
 */
@Restricted(NoExternalUse.class)
public final class SessionScope implements Serializable {

    private static final long serialVersionUID = 1;

    private static final String URL = "SECURITYCENTER_URL";
    private static final String TOKEN = "SECURITYCENTER_TOKEN";
    private static final String COOKIE = "SECURITYCENTER_COOKIE";

    /** The names of the variables whose values are secrets. */
    public static final Set<String> SENSITIVE = Set.of(TOKEN, COOKIE);

    private final String id = UUID.randomUUID().toString();
    private final String server;
    private final String credentialsId;

    /** Replaced as a whole; null before a session is opened, and in builds of versions that did not store it. */
    private volatile @Nullable HashMap<String, Secret> variables;
    /** Like {@link #variables}, but also contains the secrets of earlier sessions of the block. */
    private volatile @Nullable ArrayList<Secret> hidden;

    private transient volatile boolean over;

    public SessionScope(ServerChoice connection) {
        this.server = connection.server();
        this.credentialsId = connection.credentialsId();
    }

    String id() {
        return id;
    }

    /** Returns the server and the account of the block, as specified. */
    public ServerChoice connection() {
        return new ServerChoice(server, credentialsId);
    }

    /** Replaces the session; empty if the account does not need one. */
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
            // Scripts of freestyle builds can see the escaped value.
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

    /** Returns the variables for scripts, by name. */
    public Map<String, String> variables() {
        Map<String, String> plain = new TreeMap<>();
        Map<String, Secret> present = variables;
        if (present != null) {
            present.forEach((name, value) -> plain.put(name, value.getPlainText()));
        }
        return plain;
    }

    /** Returns the variables for a freestyle build, escaped because it expands them twice. */
    public Map<String, String> escapedVariables() {
        Map<String, String> escaped = variables();
        escaped.replaceAll((name, value) -> escaped(escaped(value)));
        return escaped;
    }

    /** Returns the secrets to mask in logs, the longest first. */
    public List<String> hidden() {
        List<Secret> present = hidden;
        return present == null
                ? List.of()
                : present.stream().map(Secret::getPlainText).toList();
    }

    /** Returns the session that scripts received. */
    Optional<BlockSession.Left> left() {
        Map<String, String> present = variables();
        String token = present.get(TOKEN);
        String cookie = present.get(COOKIE);
        return token == null || cookie == null
                ? Optional.empty()
                : Optional.of(new BlockSession.Left(URI.create(present.get(URL)), new Session(token, cookie)));
    }

    /** Returns whether the block has ended. */
    public boolean over() {
        return over;
    }

    void end() {
        over = true;
    }
}
