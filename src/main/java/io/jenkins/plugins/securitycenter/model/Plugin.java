package io.jenkins.plugins.securitycenter.model;

import java.util.List;

/**
 * The plugin that reported a finding, as described in findings. Values that the server did not send are empty strings.
 */
public record Plugin(
        String id,
        String name,
        String family,
        String synopsis,
        String description,
        String solution,
        List<String> cves,
        List<String> seeAlso) {

    static final Plugin NONE = new Plugin("", "", "", "", "", "", List.of(), List.of());

    public Plugin {
        cves = List.copyOf(cves);
        seeAlso = List.copyOf(seeAlso);
    }

    /** Returns this plugin without its long descriptions. */
    public Plugin brief() {
        return new Plugin(id, name, family, "", "", "", cves, List.of());
    }

    static Plugin of(Attributes attributes) {
        String name = attributes.text("pluginName");
        String family = attributes.object("family").text("name");
        return new Plugin(
                attributes.id("pluginID"),
                name.isEmpty() ? attributes.text("name") : name,
                family.isEmpty() ? attributes.text("family") : family,
                attributes.text("synopsis"),
                attributes.text("description"),
                attributes.text("solution"),
                attributes.list("cve"),
                attributes
                        .text("seeAlso")
                        .lines()
                        .map(String::trim)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }
}
