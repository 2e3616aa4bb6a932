package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /status}: licence, job daemon, feeds. */
final class StatusResource implements Resource {
    private final World world;

    StatusResource(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        if (!call.is("GET", 1)) {
            throw call.unknown();
        }
        String updated = String.valueOf(world.feedTime().getEpochSecond());
        ObjectNode status =
                Json.texts("jobd", "Running", "licenseStatus", world.license(), "PluginSubscriptionStatus", "Valid");
        status.put("LCEPluginSubscriptionStatus", "Expired").putNull("PassivePluginSubscriptionStatus");
        ObjectNode plugins = status.putObject("pluginUpdates");
        plugins.set("active", feed(updated).put("pluginCurrentSet", "202401010042"));
        plugins.set("passive", feed(updated));
        plugins.set("lce", feed(updated));
        status.set("feedUpdates", feed(updated));
        boolean six = world.options().profile().isSix();
        if (six) {
            status.put("activeIPs", 46).put("licensedIPs", "102400");
            status.put("lastDbBackupStatus", "Success").putNull("migrationStatus");
            status.set(
                    "zones", Json.array().add(Json.reference("1", "Data centre").put("status", "Working")));
            return Reply.of(status);
        }
        return Reply.of(status.put("activeIPs", "46").put("licensedIPs", "102400"));
    }

    private static ObjectNode feed(String updated) {
        return Json.texts("updateTime", updated, "stale", "false");
    }
}
