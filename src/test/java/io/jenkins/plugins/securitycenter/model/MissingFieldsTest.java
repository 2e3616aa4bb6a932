package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissingFieldsTest {

    private final MissingFields fields = new MissingFields();

    @Test
    void saysNothingWithoutRows() {
        assertThat(fields.names()).isEmpty();
    }

    @Test
    void namesWhatNoRowHas() {
        fields.add(attributes("{'cve':'CVE-2014-0160','family':{'id':'1'},'baseScore':'5.0','xref':'CWE:200'}"));
        fields.add(attributes("{'vprScore':'6.1','cvssV3BaseScore':'7.5'}"));

        assertThat(fields.names())
                .containsExactly(MissingFields.EXPLOIT, MissingFields.PATCH, MissingFields.EPSS, "cvssV4BaseScore");
    }

    @Test
    void takesAnEmptyValueForAValue() {
        fields.add(attributes("{'exploitAvailable':'','xref':'','patchPubDate':'-1','cve':'','family':[],"
                + "'vprScore':null,'epssScore':'','baseScore':'','cvssV3BaseScore':'','cvssV4BaseScore':''}"));

        assertThat(fields.names()).isEmpty();
    }
}
