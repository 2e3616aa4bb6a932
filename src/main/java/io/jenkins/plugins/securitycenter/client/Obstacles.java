package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.model.Freeze;
import io.jenkins.plugins.securitycenter.model.Role;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says before a launch or an import what is going to be in its way, as far as the server lets the account know. Nothing
 * found does not mean that it will succeed, and a freeze window may be about other targets.
 */
public final class Obstacles {

    private final SecurityCenter server;

    public Obstacles(SecurityCenter server) {
        this.server = server;
    }

    /** What is in the way of launching such a scan: one sentence each, none for nothing. */
    public List<String> toLaunch(ScanKind kind) throws SecurityCenterException, InterruptedException {
        List<String> sentences = new ArrayList<>();
        CurrentUser user = server.currentUser();
        String action = kind == ScanKind.AGENT ? "run agent scans" : "run scans";
        if (user.administrator()
                || role(user).filter(role -> forbids(role, kind)).isPresent()) {
            sentences.add(lacks(user, action));
        }
        if (kind != ScanKind.AGENT) {
            freezes().stream().filter(Freeze::active).map(this::sentence).forEach(sentences::add);
        }
        return List.copyOf(sentences);
    }

    /** What is in the way of importing a result: one sentence each, none for nothing. */
    public List<String> toImport() throws SecurityCenterException, InterruptedException {
        CurrentUser user = server.currentUser();
        boolean forbidden =
                role(user).map(Role::uploads).filter("false"::equals).isPresent();
        return user.administrator() || forbidden ? List.of(lacks(user, "import scan results")) : List.of();
    }

    private static boolean forbids(Role role, ScanKind kind) {
        return kind == ScanKind.AGENT
                ? role.agentScans().equals("false")
                : role.scans().equals("none");
    }

    private Optional<Role> role(CurrentUser user) throws SecurityCenterException, InterruptedException {
        if (user.role().isEmpty()) {
            return Optional.empty();
        }
        String id = user.role().get().id();
        return visible(() -> server.resource(Kind.ROLE).get(id));
    }

    private List<Freeze> freezes() throws SecurityCenterException, InterruptedException {
        Optional<List<Freeze>> windows =
                visible(() -> server.resource(Kind.FREEZE).list());
        return windows.isPresent()
                ? windows.get()
                : visible(() -> server.resource(Kind.BLACKOUT).list()).orElse(List.of());
    }

    private interface Look<T> {
        T at() throws SecurityCenterException, InterruptedException;
    }

    /** What the account may not see, or the version does not have, is nothing to complain about. */
    private static <T> Optional<T> visible(Look<T> look) throws SecurityCenterException, InterruptedException {
        try {
            return Optional.of(look.at());
        } catch (RefusedException | UnexpectedAnswerException e) {
            return Optional.empty();
        }
    }

    private String lacks(CurrentUser user, String action) {
        String role =
                user.role().map(known -> ", role \"" + known.name() + "\",").orElse("");
        return "The account \"" + user.username() + "\"" + role + " may not " + action + " on SecurityCenter \""
                + server.endpoint().name() + "\"; use the account of an organization's user whose role allows it.";
    }

    private String sentence(Freeze window) {
        String targets = window.all() || window.targets().isEmpty()
                ? "all targets"
                        + window.repository()
                                .map(one -> " of repository \"" + one.name() + "\"")
                                .orElse("")
                : String.join(", ", window.targets());
        return "Freeze window \"" + window.name() + "\" is in effect on SecurityCenter \""
                + server.endpoint().name() + "\": " + targets + " cannot be scanned before it ends.";
    }
}
