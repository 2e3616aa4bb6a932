package io.jenkins.plugins.securitycenter.client.resource;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.model.resource.Freeze;
import io.jenkins.plugins.securitycenter.model.resource.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks before a launch or an import what may prevent it, as far as the account can see. Success is not guaranteed if
 * no problem is found, and a freeze window may apply to other targets.
 */
public final class LaunchChecks {

    private final SecurityCenter server;

    public LaunchChecks(SecurityCenter server) {
        this.server = server;
    }

    /**
     * Returns the problems that may prevent the launch of a scan of the given kind.
     *
     * @param targets the known targets, so that freeze windows for other addresses are ignored; none if they are
     *     unknown
     */
    public List<LaunchObstacle> toLaunch(ScanKind kind, ScanTargets targets)
            throws SecurityCenterException, InterruptedException {
        List<LaunchObstacle> obstacles = new ArrayList<>();
        String action = kind == ScanKind.AGENT ? "run agent scans" : "run scans";
        account(action, role -> forbids(role, kind)).ifPresent(obstacles::add);
        license().ifPresent(obstacles::add);
        if (kind != ScanKind.AGENT) {
            freezes().stream()
                    .filter(Freeze::active)
                    .filter(window -> !elsewhere(window, targets))
                    .map(window -> new LaunchObstacle(sentence(window), false))
                    .forEach(obstacles::add);
        }
        return List.copyOf(obstacles);
    }

    /** Returns the problems that may prevent the import of a scan result. */
    public List<LaunchObstacle> toImport() throws SecurityCenterException, InterruptedException {
        return account("import scan results", role -> role.uploads().equals("false")).stream()
                .toList();
    }

    private Optional<LaunchObstacle> account(String action, Predicate<Role> forbidden)
            throws SecurityCenterException, InterruptedException {
        Optional<CurrentUser> known = visible(server::currentUser);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        CurrentUser user = known.get();
        return user.administrator() || role(user).filter(forbidden).isPresent()
                ? Optional.of(new LaunchObstacle(lacks(user, action), true))
                : Optional.empty();
    }

    private Optional<LaunchObstacle> license() throws SecurityCenterException, InterruptedException {
        return visible(() -> server.status().text("licenseStatus"))
                .filter(status -> !status.isEmpty() && !status.equalsIgnoreCase("Valid"))
                .map(status -> new LaunchObstacle(
                        "The license of SecurityCenter \"" + server.endpoint().name() + "\" is not valid (status \""
                                + status
                                + "\"), so the server may refuse to run scans; ask an administrator to renew it.",
                        false));
    }

    private static boolean elsewhere(Freeze window, ScanTargets targets) {
        if (window.all() || window.targets().isEmpty() || targets.isEmpty()) {
            return false;
        }
        try {
            return targets.apartFrom(ScanTargets.of(window.targets()));
        } catch (IllegalArgumentException e) {
            // the server may use formats that this plugin cannot parse
            return false;
        }
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
        return visible(() -> new Resource<>(server, ResourceType.ROLE).get(id));
    }

    private List<Freeze> freezes() throws SecurityCenterException, InterruptedException {
        Optional<List<Freeze>> windows = visible(() -> new Resource<>(server, ResourceType.FREEZE).list());
        return windows.isPresent()
                ? windows.get()
                : visible(() -> new Resource<>(server, ResourceType.BLACKOUT).list())
                        .orElse(List.of());
    }

    private interface Lookup<T> {
        T at() throws SecurityCenterException, InterruptedException;
    }

    /**
     * Returns the result of a request; empty if the account cannot see it or the version does not have it, which is not
     * a problem.
     */
    private static <T> Optional<T> visible(Lookup<T> look) throws SecurityCenterException, InterruptedException {
        try {
            return Optional.of(look.at());
        } catch (ErrorResponseException | UnexpectedResponseException e) {
            return Optional.empty();
        }
    }

    private String lacks(CurrentUser user, String action) {
        String role =
                user.role().map(known -> " (role \"" + known.name() + "\")").orElse("");
        return "The account \"" + user.username() + "\"" + role + " is not allowed to " + action
                + " on SecurityCenter \"" + server.endpoint().name()
                + "\"; use the account of an organization user whose role allows it.";
    }

    private String sentence(Freeze window) {
        String blocked = window.all() || window.targets().isEmpty()
                ? window.repository()
                        .map(one -> "no target of repository \"" + one.name() + "\" can")
                        .orElse("no targets can")
                : String.join(", ", window.targets()) + " cannot";
        return "Freeze window \"" + window.name() + "\" is in effect on SecurityCenter \""
                + server.endpoint().name() + "\": " + blocked + " be scanned until it ends.";
    }
}
