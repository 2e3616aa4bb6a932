package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /feed}: when the plugins of each kind of scanner were updated. */
final class FeedResource implements Resource {
    private static final List<String> TYPES = List.of("sc", "active", "passive", "lce");
    private final World world;

    FeedResource(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        if (call.is("GET", 1)) {
            ObjectNode feeds = Json.object();
            TYPES.forEach(type -> feeds.set(type, feed()));
            return Reply.of(feeds);
        }
        if (call.is("GET", 2) && TYPES.contains(call.segment(1))) {
            return Reply.of(feed());
        }
        throw call.unknown();
    }

    private ObjectNode feed() {
        return Json.texts(
                "updateTime", String.valueOf(world.feedTime().getEpochSecond()),
                "stale", "false",
                "updateRunning", "false",
                "subscriptionStatus", "Valid");
    }
}
