package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code /system}: open to everybody, but newer versions do not say what they are before login. */
final class SystemResource implements Resource {
    private static final List<String> HIDDEN = List.of("version", "buildID", "licenseStatus", "uuid");
    private final World world;

    SystemResource(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "system";
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        if (!call.is("GET", 1)) {
            if (!caller.known()) {
                throw Refusal.invalidToken();
            }
            throw call.unknown();
        }
        if (caller.known()) {
            return Reply.of(known());
        }
        Optional<Session> session = Accounts.byCertificate(call.certificate())
                .flatMap(account -> world.sessions().open(account, false));
        return session.isPresent() ? certified(session.get()) : stranger();
    }

    /** A client certificate of a user makes this call a login; 6.5.1 is said to have forgotten the token. */
    private Reply certified(Session session) {
        ObjectNode system = known();
        if (!world.shows(Quirk.NO_CERTIFICATE_TOKEN)) {
            system.put("token", Long.parseLong(session.token()));
        }
        return Reply.of(system, List.of(new Cookies(world.options()).set(session.cookie())));
    }

    private ObjectNode known() {
        ObjectNode system = system();
        return world.options().profile().isSix()
                ? system.put("vuln_intel", "true").put("hasLces", "false")
                : system;
    }

    private Reply stranger() {
        ObjectNode system = system();
        if (world.options().profile().hidesVersionBeforeLogin()) {
            system.remove(HIDDEN);
        }
        String cookie = new Cookies(world.options()).set(world.sessions().newCookie());
        return Reply.of(system, List.of(cookie));
    }

    private ObjectNode system() {
        ObjectNode system = Json.object();
        system.set("reportTypes", reportTypes());
        system.setAll(Json.texts(
                "version", world.options().profile().version(),
                "buildID", "202401010001",
                "banner", "",
                "releaseID", "202401010001",
                "uuid", Uuids.of("System", "simulator"),
                "logo", "assets/simulator/icon.png",
                "serverAuth", "any",
                "serverClassification", "None",
                "sessionTimeout", String.valueOf(world.options().access().idleTimeoutSeconds()),
                "licenseStatus", world.license(),
                "ACAS", "false",
                "freshInstall", "no",
                "headerText", "",
                "loginNotifications", "false",
                "PasswordComplexity", "false",
                "telemetryEnabled", "false"));
        ArrayNode zones = system.putArray("timezones");
        for (String zone : List.of("Africa/Abidjan", "America/New_York", "Europe/Berlin", "UTC")) {
            zones.addObject().put("name", zone).put("gmtOffset", zone.contains("New_York") ? -5 : 0);
        }
        return system;
    }

    private static ArrayNode reportTypes() {
        ArrayNode types = Json.array();
        for (String name : List.of("PDF", "CSV", "RTF")) {
            String type = name.toLowerCase(java.util.Locale.ROOT);
            ObjectNode entry = Json.texts("name", name, "type", type, "enabled", "true");
            entry.set("attributeSets", Json.array());
            types.add(entry);
        }
        return types;
    }
}
