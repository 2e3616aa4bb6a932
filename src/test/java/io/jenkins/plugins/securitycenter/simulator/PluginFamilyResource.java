package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /pluginFamily}: the families of the plugins in the catalogue. */
final class PluginFamilyResource implements Resource {
    private static final List<String> LISTED = List.of("id", "name", "type");

    private final Map<String, ObjectNode> families = new TreeMap<>();

    PluginFamilyResource() {
        for (CataloguePlugin plugin : Catalogue.PLUGINS) {
            families.put(plugin.product().family().id(), plugin.family());
        }
        families.put(ScanReports.INFORMATION.product().family().id(), ScanReports.INFORMATION.family());
    }

    @Override
    public String name() {
        return "pluginFamily";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        if (call.is("GET", 1)) {
            return Reply.of(Json.array()
                    .addAll(families.values().stream()
                            .map(family -> Fields.cut(family.deepCopy(), call, LISTED))
                            .toList()));
        }
        if (!call.is("GET", 2)) {
            throw call.unknown();
        }
        ObjectNode family = families.get(call.segment(1));
        if (family == null) {
            throw Refusal.missing("Plugin family", call.segment(1), "get");
        }
        return Reply.of(Fields.cut(family.deepCopy(), call, List.of()));
    }
}
