package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Forms show a word that they do not have as their first one, and store that when they are saved. */
class WordSpellingTest {

    @Test
    void isThatOfTheForms() {
        GateRule gate = new GateRule(1, " low", "NEW");
        gate.setResult("Failure");
        assertThat(gate.getSeverity()).isEqualTo("Low");
        assertThat(gate.getType()).isEqualTo("new");
        assertThat(gate.getResult()).isEqualTo("failure");
        RecordStep record = new RecordStep();
        record.setMinimumSeverity("MEDIUM");
        record.setListNew("critical");
        assertThat(record.getMinimumSeverity()).isEqualTo("Medium");
        assertThat(record.getListNew()).isEqualTo("Critical");
        RequestStep request = new RequestStep("/scan");
        request.setMethod("post");
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(new FindingsQuery("Patched").getSource()).isEqualTo("patched");
        ScanStep scan = new ScanStep("Weekly");
        scan.setOnPartial("FAIL");
        assertThat(scan.getOnPartial()).isEqualTo("fail");
    }

    @Test
    void ofUnknownWordsStaysForTheMessage() {
        assertThat(new GateRule(1, " hihg ", "old").getSeverity()).isEqualTo("hihg");
        RecordStep record = new RecordStep();
        record.setListNew(" ");
        assertThat(record.getListNew()).isNull();
    }
}
