package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {

    private static final Totals LARGE = new Totals(100_001, 200_002, 300_003, 400_004, 500_005);
    private static final Changes CHANGES = new Changes(true, LARGE, LARGE, Totals.NONE, LARGE, LARGE);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40})
    void survivesBeingStored(int gates) {
        Summary summary = summary(gates);

        assertThat(Summary.parse(summary.toText())).isEqualTo(summary);
    }

    @Test
    void survivesBeingStoredWithoutAnything() {
        Summary nothing = new Summary(Changes.NONE, Verdict.NONE);

        assertThat(Summary.parse(nothing.toText())).isEqualTo(nothing);
    }

    @Test
    void keepsThatNothingWasScanned() {
        Summary nothing = summary(1).ofNothing();

        assertThat(Summary.parse(nothing.toText())).isEqualTo(nothing);
        assertThat(Summary.parse(nothing.toText()).verdict().passed()).isFalse();
    }

    @Test
    void leavesShortTextsReadable() {
        assertThat(Packed.pack("x".repeat(1500))).isEqualTo("x".repeat(1500));
        assertThat(Packed.pack("x".repeat(1501))).startsWith("gzip:");
    }

    @Test
    void holdsWhatXmlCannot() {
        Condition hostile = new Condition(false, 0, 0, "a\u0000\u001B\u0085\uD83D b \uD83D\uDE00\uFFFF");
        Gate gate = new Gate(1, Severity.HIGH, Gate.Type.NEW, hostile, Gate.Result.FAILURE);
        Summary summary = new Summary(CHANGES, new Verdict(List.of(GateVerdict.inactive(gate)), false));

        assertThat(summary.toText()).matches("[ -~]+");
        assertThat(Summary.parse(summary.toText())).isEqualTo(summary);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 40, 200})
    void staysSmallInXml(int gates) {
        String xml = summary(gates).toText().replace("\"", "&quot;");

        assertThat(xml).hasSizeLessThan(5_000).doesNotContain("\n");
    }

    @Test
    void readsWhatTheFirstVersionStored() {
        assertThat(
                        Summary.parse(
                                """
                        {"changes":{"compared":false,"total":{"critical":0,"high":1,"medium":0,"low":0,"info":0},\
                        "added":{},"outstanding":{},"fixed":{},"notScanned":{}},"verdict":{"gates":[]}}"""))
                .isEqualTo(new Summary(
                        new Changes(
                                false,
                                Totals.NONE.plus(Severity.HIGH, 1),
                                Totals.NONE,
                                Totals.NONE,
                                Totals.NONE,
                                Totals.NONE),
                        Verdict.NONE));
    }

    @Test
    void readsWhatANewerVersionStored() {
        String newer = summary(1).toText().replaceFirst("\\{", "{\"epss\":{},");

        assertThat(Summary.parse(newer)).isEqualTo(summary(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"changes\":null}",
                "{changes:{total:{}},verdict:{gates:[]}}",
                "{changes:{total:{},added:{},outstanding:{},fixed:{},notScanned:{}},verdict:{gates:[{}]}}",
                "{\"changes\"",
                "[]",
                "gzip:",
                "gzip:?",
                "gzip:AAAA"
            })
    void saysWhenItIsDamaged(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Summary.parse(text))
                .withMessageStartingWith("The stored summary of the findings");
    }

    private static Summary summary(int gates) {
        List<GateVerdict> verdicts = new ArrayList<>();
        for (int number = 1; number <= gates; number++) {
            Condition condition = new Condition(number % 2 == 0, number % 10, 0, number % 3 == 0 ? "Web Servers" : "");
            Gate gate = new Gate(number, Severity.HIGH, Gate.Type.NEW, condition, Gate.Result.FAILURE);
            verdicts.add(GateVerdict.of(gate, number * 1_000L, Sentence.added(gate, number * 1_000L)));
        }
        return new Summary(CHANGES, new Verdict(verdicts, false));
    }
}
