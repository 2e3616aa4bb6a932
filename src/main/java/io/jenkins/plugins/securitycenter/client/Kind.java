package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.model.Alert;
import io.jenkins.plugins.securitycenter.model.Asset;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Check;
import io.jenkins.plugins.securitycenter.model.Credential;
import io.jenkins.plugins.securitycenter.model.Freeze;
import io.jenkins.plugins.securitycenter.model.Group;
import io.jenkins.plugins.securitycenter.model.HostAsset;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.Organization;
import io.jenkins.plugins.securitycenter.model.Policy;
import io.jenkins.plugins.securitycenter.model.Reference;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ReportDefinition;
import io.jenkins.plugins.securitycenter.model.Repository;
import io.jenkins.plugins.securitycenter.model.RiskRule;
import io.jenkins.plugins.securitycenter.model.Role;
import io.jenkins.plugins.securitycenter.model.SavedQuery;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanZone;
import io.jenkins.plugins.securitycenter.model.Scanner;
import io.jenkins.plugins.securitycenter.model.Ticket;
import io.jenkins.plugins.securitycenter.model.User;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A type of objects in SecurityCenter, with everything that {@link Resource} needs to know about it.
 *
 * @param path the API path, for example {@code /policy}
 * @param label the singular noun in messages, for example {@code policy}
 * @param plural the plural noun in messages
 * @param fields the fields to request, by their API names
 * @param reader creates the record from the data of the API
 */
public record Kind<T extends Named>(
        String path, String label, String plural, String fields, Function<Attributes, T> reader) {

    public static final Kind<Repository> REPOSITORY =
            new Kind<>("/repository", "repository", "repositories", Repository.FIELDS, Repository::of);
    public static final Kind<Policy> POLICY = new Kind<>("/policy", "policy", "policies", Policy.FIELDS, Policy::of);
    public static final Kind<Credential> CREDENTIAL =
            new Kind<>("/credential", "credential", "credentials", Credential.FIELDS, Credential::of);
    public static final Kind<Asset> ASSET = new Kind<>("/asset", "asset list", "asset lists", Asset.FIELDS, Asset::of);
    public static final Kind<Report> REPORT = new Kind<>("/report", "report", "reports", Report.FIELDS, Report::of);
    public static final Kind<ReportDefinition> REPORT_DEFINITION = new Kind<>(
            "/reportDefinition",
            "report definition",
            "report definitions",
            ReportDefinition.FIELDS,
            ReportDefinition::of);
    public static final Kind<SavedQuery> QUERY =
            new Kind<>("/query", "query", "queries", SavedQuery.FIELDS, SavedQuery::of);
    public static final Kind<Scanner> SCANNER =
            new Kind<>("/scanner", "scanner", "scanners", Scanner.FIELDS, Scanner::of);
    public static final Kind<ScanZone> ZONE =
            new Kind<>("/zone", "scan zone", "scan zones", ScanZone.FIELDS, ScanZone::of);
    public static final Kind<Freeze> FREEZE =
            new Kind<>("/freeze", "freeze window", "freeze windows", Freeze.FIELDS, Freeze::of);
    /** The predecessor of {@link #FREEZE} before 5.18. */
    public static final Kind<Freeze> BLACKOUT =
            new Kind<>("/blackout", "blackout window", "blackout windows", Freeze.FIELDS, Freeze::of);

    public static final Kind<RiskRule> ACCEPT_RISK_RULE =
            new Kind<>("/acceptRiskRule", "accept risk rule", "accept risk rules", RiskRule.FIELDS, RiskRule::of);
    public static final Kind<RiskRule> RECAST_RISK_RULE = new Kind<>(
            "/recastRiskRule", "recast risk rule", "recast risk rules", RiskRule.FIELDS + ",newSeverity", RiskRule::of);
    public static final Kind<Ticket> TICKET = new Kind<>("/ticket", "ticket", "tickets", Ticket.FIELDS, Ticket::of);
    public static final Kind<Alert> ALERT = new Kind<>("/alert", "alert", "alerts", Alert.FIELDS, Alert::of);
    public static final Kind<Check> PLUGIN = new Kind<>("/plugin", "plugin", "plugins", Check.FIELDS, Check::of);
    public static final Kind<Reference> PLUGIN_FAMILY = new Kind<>(
            "/pluginFamily",
            "plugin family",
            "plugin families",
            "id,name",
            attributes -> new Reference(attributes.text("id"), attributes.line("name")));
    public static final Kind<Group> GROUP = new Kind<>("/group", "group", "groups", Group.FIELDS, Group::of);
    public static final Kind<User> USER = new Kind<>("/user", "user", "users", User.FIELDS, User::of);
    public static final Kind<Role> ROLE = new Kind<>("/role", "role", "roles", Role.FIELDS, Role::of);
    public static final Kind<Organization> ORGANIZATION =
            new Kind<>("/organization", "organization", "organizations", Organization.FIELDS, Organization::of);
    /** Lists contain ids, but a single host is requested by its UUID. */
    public static final Kind<HostAsset> HOST = new Kind<>("/hosts", "host", "hosts", HostAsset.FIELDS, HostAsset::of);

    public static final Kind<Scan> SCAN = scan(ScanKind.ACTIVE);
    public static final Kind<Scan> AGENT_SCAN = scan(ScanKind.AGENT);
    public static final Kind<Scan> WAS_SCAN = scan(ScanKind.WEB);

    /** All types. Those that nothing else uses are part of the documented API coverage. */
    public static final List<Kind<?>> ALL = List.of(
            REPOSITORY,
            POLICY,
            CREDENTIAL,
            ASSET,
            REPORT,
            REPORT_DEFINITION,
            QUERY,
            SCANNER,
            ZONE,
            FREEZE,
            BLACKOUT,
            ACCEPT_RISK_RULE,
            RECAST_RISK_RULE,
            TICKET,
            ALERT,
            PLUGIN,
            PLUGIN_FAMILY,
            GROUP,
            USER,
            ROLE,
            ORGANIZATION,
            HOST,
            SCAN,
            AGENT_SCAN,
            WAS_SCAN);

    /** Returns the type of the scan definitions of the given kind. */
    public static Kind<Scan> scan(ScanKind kind) {
        return new Kind<>(kind.path(), kind.label(), kind.label() + "s", Scan.FIELDS, Scan::of);
    }

    /**
     * Returns the object with the given name or id; a numeric name takes precedence over an id.
     *
     * @param server the name of the server in messages
     * @throws IllegalArgumentException with a sentence for users if there is none, or several have the name
     */
    public T find(String nameOrId, List<T> all, String server) {
        return lookup(server).find(nameOrId, all);
    }

    Lookup<T> lookup(String server) {
        return new Lookup<>(title(), Named::id, Named::name, server);
    }

    /** Returns the label with a capital letter for the start of a sentence. */
    private String title() {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
