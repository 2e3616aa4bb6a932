package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.run.ScanTask;
import io.jenkins.plugins.securitycenter.run.ScanTask.OnPartial;
import io.jenkins.plugins.securitycenter.watch.WaitFor;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScanStepTest {

    @Test
    void waitsForTheImportByDefault() {
        ScanTask task = task(step -> {});
        assertThat(task.order().waitFor()).isEqualTo(WaitFor.IMPORTED);
        assertThat(task.order().timeout()).isZero();
        assertThat(task.order().stopOnAbort()).isTrue();
        assertThat(task.onPartial()).isEqualTo(OnPartial.UNSTABLE);
    }

    @Test
    void takesWhatIsGiven() {
        ScanTask task = task(step -> {
            step.setWaitFor("launched");
            step.setTimeout(90);
            step.setOnAbort("leave");
            step.setOnPartial("fail");
            step.setServer("prod");
        });
        assertThat(task.order().waitFor()).isEqualTo(WaitFor.LAUNCHED);
        assertThat(task.order().timeout()).isEqualTo(Duration.ofMinutes(90));
        assertThat(task.order().stopOnAbort()).isFalse();
        assertThat(task.onPartial()).isEqualTo(OnPartial.FAIL);
        assertThat(task.connection().server()).isEqualTo("prod");
    }

    @Test
    void takesEmptyTextsForTheDefault() {
        assertThat(task(step -> {
                    step.setWaitFor("");
                    step.setOnAbort(" ");
                    step.setOnPartial(null);
                }))
                .isEqualTo(task(step -> {}));
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatIsWrong(Consumer<ScanStep> mistake, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> task(mistake)).withMessage(sentence);
    }

    static Stream<Arguments> saysWhatIsWrong() {
        return Stream.of(
                mistake(
                        step -> step.setWaitFor("done"),
                        "waitFor \"done\" is unknown; allowed are launched, running, completed, imported."),
                mistake(step -> step.setOnAbort("kill"), "onAbort \"kill\" is unknown; allowed are stop, leave."),
                mistake(
                        step -> step.setOnPartial("warn"),
                        "onPartial \"warn\" is unknown; allowed are ok, unstable, fail."),
                mistake(step -> step.setTimeout(-1), "timeout must be 0 (no limit) or a positive number of minutes."));
    }

    @Test
    void wantsAScan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScanStep(" ").task(UnaryOperator.identity()))
                .withMessage("scan is empty; the name or the id of an existing scan is needed.");
    }

    private static Arguments mistake(Consumer<ScanStep> mistake, String sentence) {
        return Arguments.of(mistake, sentence);
    }

    private static ScanTask task(Consumer<ScanStep> change) {
        ScanStep step = new ScanStep("Weekly");
        change.accept(step);
        return step.task(UnaryOperator.identity());
    }
}
