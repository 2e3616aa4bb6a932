package io.jenkins.plugins.securitycenter.model.resource;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportDefinitionTest {

    @Test
    void readsItsNameOnOneLine() {
        assertThat(ReportDefinition.of(
                        attributes("{'id':3,'name':'Weekly\\nreport','description':'For all','type':'pdf'}")))
                .isEqualTo(new ReportDefinition("3", "Weekly report", "For all", "pdf"));
    }
}
