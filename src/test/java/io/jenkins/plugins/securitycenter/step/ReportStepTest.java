package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.task.ReportTask;
import io.jenkins.plugins.securitycenter.watch.ReportOptions;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportStepTest {

    @Test
    void needsOnlyAReport() {
        assertThat(task(step -> {})).isEqualTo(new ReportTask(new ReportOptions("Weekly", Duration.ZERO, false), ""));
    }

    @Test
    void takesWhatIsGiven() {
        assertThat(task(step -> {
                    step.setOutputFile("out/weekly.pdf");
                    step.setTimeout(30);
                    step.setOnAbort("delete");
                    step.setServer("prod");
                }))
                .isEqualTo(new ReportTask(new ReportOptions("Weekly", Duration.ofMinutes(30), true), "out/weekly.pdf"));
    }

    @Test
    void takesEmptyTextsForTheDefault() {
        assertThat(task(step -> {
                    step.setOnAbort(" ");
                    step.setOutputFile("");
                }))
                .isEqualTo(task(step -> {}));
    }

    @Test
    void expandsVariables() {
        ReportStep step = new ReportStep("$R");
        step.setOutputFile("$R.pdf");
        ReportTask task = step.task(text -> text.replace("$R", "Monthly"));
        assertThat(task.order().definition()).isEqualTo("Monthly");
        assertThat(task.outputFile()).isEqualTo("Monthly.pdf");
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatIsWrong(Consumer<ReportStep> mistake, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> task(mistake)).withMessage(sentence);
    }

    static Stream<Arguments> saysWhatIsWrong() {
        return Stream.of(
                mistake(step -> step.setOnAbort("stop"), "Unknown onAbort \"stop\". Use leave or delete."),
                mistake(
                        step -> step.setTimeout(-1),
                        "timeout \"-1\" is not allowed; use a whole number of minutes from 0 (no limit) to"
                                + " 1000000."),
                mistake(
                        step -> step.setOutputFile("../x"),
                        "outputFile \"../x\" is not in the workspace; use a relative path inside it."));
    }

    @Test
    void wantsAReport() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportStep(null).task(UnaryOperator.identity()))
                .withMessage("report is empty; enter the name or the ID of a report definition.");
    }

    private static Arguments mistake(Consumer<ReportStep> mistake, String sentence) {
        return Arguments.of(mistake, sentence);
    }

    private static ReportTask task(Consumer<ReportStep> change) {
        ReportStep step = new ReportStep("Weekly");
        change.accept(step);
        return step.task(UnaryOperator.identity());
    }
}
