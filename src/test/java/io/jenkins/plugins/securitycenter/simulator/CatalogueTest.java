package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.fix.Fix;
import io.jenkins.plugins.securitycenter.fix.FixParser;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void hasSolutionsThatSupersedeEachOther() {
        Map<String, Fix> first = new HashMap<>();
        long superseded = Catalogue.PLUGINS.stream()
                .map(CatalogueTest::fix)
                .filter(fix -> {
                    Fix one = first.putIfAbsent(fix.id(), fix);
                    return one != null && (fix.supersedes(one) || one.supersedes(fix));
                })
                .count();

        assertThat(superseded).isGreaterThan(10);
    }

    private static Fix fix(CataloguePlugin plugin) {
        return FixParser.parse(new Plugin(
                plugin.id(),
                plugin.name(),
                plugin.product().family().name(),
                "",
                "",
                plugin.solution(),
                List.of(),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty()));
    }
}
