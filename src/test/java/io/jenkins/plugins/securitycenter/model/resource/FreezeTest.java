package io.jenkins.plugins.securitycenter.model.resource;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreezeTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'active':'true'|true",
                "'active':'true','enabled':'true'|true",
                "'active':'true','enabled':'false'|false",
                "'active':'false','enabled':'true'|false",
                "'active':'false'|false",
                "'enabled':'true'|false"
            })
    void isActiveUnlessItIsDisabled(String fields, boolean active) {
        assertThat(Freeze.of(attributes("{" + fields + "}")).active()).isEqualTo(active);
    }

    @Test
    void readsWhatItAppliesTo() {
        assertThat(Freeze.of(attributes("{'id':'5','name':'Night','description':'Backup','active':'true',"
                        + "'allIPs':'false','ipList':'192.0.2.1,192.0.2.8/29','repository':{'id':'4','name':'Web'}}")))
                .isEqualTo(new Freeze(
                        "5",
                        "Night",
                        "Backup",
                        true,
                        false,
                        List.of("192.0.2.1", "192.0.2.8/29"),
                        Optional.of(new ResourceReference("4", "Web"))));
        assertThat(Freeze.of(attributes("{'allIPs':'true'}")).all()).isTrue();
    }
}
