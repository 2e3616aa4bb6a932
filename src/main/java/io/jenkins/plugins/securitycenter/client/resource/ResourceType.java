package io.jenkins.plugins.securitycenter.client.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.resource.Alert;
import io.jenkins.plugins.securitycenter.model.resource.Asset;
import io.jenkins.plugins.securitycenter.model.resource.Credential;
import io.jenkins.plugins.securitycenter.model.resource.Freeze;
import io.jenkins.plugins.securitycenter.model.resource.Group;
import io.jenkins.plugins.securitycenter.model.resource.HostAsset;
import io.jenkins.plugins.securitycenter.model.resource.Organization;
import io.jenkins.plugins.securitycenter.model.resource.Policy;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import io.jenkins.plugins.securitycenter.model.resource.ReportDefinition;
import io.jenkins.plugins.securitycenter.model.resource.Repository;
import io.jenkins.plugins.securitycenter.model.resource.RiskRule;
import io.jenkins.plugins.securitycenter.model.resource.Role;
import io.jenkins.plugins.securitycenter.model.resource.SavedQuery;
import io.jenkins.plugins.securitycenter.model.resource.ScanZone;
import io.jenkins.plugins.securitycenter.model.resource.Scanner;
import io.jenkins.plugins.securitycenter.model.resource.ScannerPlugin;
import io.jenkins.plugins.securitycenter.model.resource.Ticket;
import io.jenkins.plugins.securitycenter.model.resource.User;
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
public record ResourceType<T extends Named>(
        String path, String label, String plural, String fields, Function<Attributes, T> reader) {

    public static final ResourceType<Repository> REPOSITORY =
            new ResourceType<>("/repository", "repository", "repositories", Repository.FIELDS, Repository::of);
    public static final ResourceType<Policy> POLICY =
            new ResourceType<>("/policy", "policy", "policies", Policy.FIELDS, Policy::of);
    /** The policies with their plugins, which can be long. */
    public static final ResourceType<PolicyPlugins> POLICY_PLUGINS =
            new ResourceType<>("/policy", "policy", "policies", PolicyPlugins.FIELDS, PolicyPlugins::of);

    public static final ResourceType<Credential> CREDENTIAL =
            new ResourceType<>("/credential", "credential", "credentials", Credential.FIELDS, Credential::of);
    public static final ResourceType<Asset> ASSET =
            new ResourceType<>("/asset", "asset list", "asset lists", Asset.FIELDS, Asset::of);
    public static final ResourceType<Report> REPORT =
            new ResourceType<>("/report", "report", "reports", Report.FIELDS, Report::of);
    public static final ResourceType<ReportDefinition> REPORT_DEFINITION = new ResourceType<>(
            "/reportDefinition",
            "report definition",
            "report definitions",
            ReportDefinition.FIELDS,
            ReportDefinition::of);
    public static final ResourceType<SavedQuery> QUERY =
            new ResourceType<>("/query", "query", "queries", SavedQuery.FIELDS, SavedQuery::of);
    public static final ResourceType<Scanner> SCANNER =
            new ResourceType<>("/scanner", "scanner", "scanners", Scanner.FIELDS, Scanner::of);
    public static final ResourceType<ScanZone> ZONE =
            new ResourceType<>("/zone", "scan zone", "scan zones", ScanZone.FIELDS, ScanZone::of);
    public static final ResourceType<Freeze> FREEZE =
            new ResourceType<>("/freeze", "freeze window", "freeze windows", Freeze.FIELDS, Freeze::of);
    /** The predecessor of {@link #FREEZE} before 5.18. */
    public static final ResourceType<Freeze> BLACKOUT =
            new ResourceType<>("/blackout", "blackout window", "blackout windows", Freeze.FIELDS, Freeze::of);

    public static final ResourceType<RiskRule> ACCEPT_RISK_RULE = new ResourceType<>(
            "/acceptRiskRule", "accept risk rule", "accept risk rules", RiskRule.FIELDS, RiskRule::of);
    public static final ResourceType<RiskRule> RECAST_RISK_RULE = new ResourceType<>(
            "/recastRiskRule", "recast risk rule", "recast risk rules", RiskRule.FIELDS + ",newSeverity", RiskRule::of);
    public static final ResourceType<Ticket> TICKET =
            new ResourceType<>("/ticket", "ticket", "tickets", Ticket.FIELDS, Ticket::of);
    public static final ResourceType<Alert> ALERT =
            new ResourceType<>("/alert", "alert", "alerts", Alert.FIELDS, Alert::of);
    public static final ResourceType<ScannerPlugin> PLUGIN =
            new ResourceType<>("/plugin", "plugin", "plugins", ScannerPlugin.FIELDS, ScannerPlugin::of);
    public static final ResourceType<ResourceReference> PLUGIN_FAMILY = new ResourceType<>(
            "/pluginFamily",
            "plugin family",
            "plugin families",
            "id,name",
            attributes -> new ResourceReference(attributes.text("id"), attributes.line("name")));
    public static final ResourceType<Group> GROUP =
            new ResourceType<>("/group", "group", "groups", Group.FIELDS, Group::of);
    public static final ResourceType<User> USER = new ResourceType<>("/user", "user", "users", User.FIELDS, User::of);
    public static final ResourceType<Role> ROLE = new ResourceType<>("/role", "role", "roles", Role.FIELDS, Role::of);
    public static final ResourceType<Organization> ORGANIZATION =
            new ResourceType<>("/organization", "organization", "organizations", Organization.FIELDS, Organization::of);
    /** Lists contain ids, but a single host is requested by its UUID. */
    public static final ResourceType<HostAsset> HOST =
            new ResourceType<>("/hosts", "host", "hosts", HostAsset.FIELDS, HostAsset::of);

    public static final ResourceType<Scan> SCAN = scan(ScanKind.ACTIVE);
    public static final ResourceType<Scan> AGENT_SCAN = scan(ScanKind.AGENT);
    public static final ResourceType<Scan> WAS_SCAN = scan(ScanKind.WEB);

    /** All types. Those that nothing else uses are part of the documented API coverage. */
    public static final List<ResourceType<?>> ALL = List.of(
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
    public static ResourceType<Scan> scan(ScanKind kind) {
        return new ResourceType<>(kind.path(), kind.label(), kind.label() + "s", Scan.FIELDS, Scan::of);
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

    NameLookup<T> lookup(String server) {
        return new NameLookup<>(title(), plural, Named::id, Named::name, server);
    }

    /** Returns the label with a capital letter for the start of a sentence. */
    private String title() {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
