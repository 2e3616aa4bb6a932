package io.jenkins.plugins.securitycenter.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The invented checks that scans are made of. */
final class Catalogue {
    /** A prime, so that any step through the catalogue visits every plugin. */
    static final int SIZE = 397;

    static final List<CataloguePlugin> PLUGINS =
            IntStream.range(0, SIZE).mapToObj(CataloguePlugin::new).toList();

    private static final Map<String, CataloguePlugin> BY_ID =
            PLUGINS.stream().collect(Collectors.toMap(CataloguePlugin::id, Function.identity()));

    private Catalogue() {}

    /** The plugin with this id, or the first one for an id that is not in the catalogue. */
    static CataloguePlugin byId(String id) {
        return BY_ID.getOrDefault(id, PLUGINS.get(0));
    }

    static boolean knows(String id) {
        return BY_ID.containsKey(id);
    }
}
