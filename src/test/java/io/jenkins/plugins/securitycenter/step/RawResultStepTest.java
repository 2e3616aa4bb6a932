package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.task.RawResultTask;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RawResultStepTest {

    private final RawResultStep step = new RawResultStep();

    @Test
    void needsNoParameter() {
        assertThat(task()).isEqualTo(new RawResultTask("", ""));
    }

    @Test
    void takesWhatIsGiven() {
        step.setScanResultId(" 42 ");
        step.setOutputFile("out/raw.nessus");
        step.setServer("prod");
        step.setCredentialsId("keys");
        assertThat(task()).isEqualTo(new RawResultTask("42", "out/raw.nessus"));
    }

    @Test
    void expandsVariables() {
        step.setScanResultId("$ID");
        step.setOutputFile("$ID.nessus");
        assertThat(step.task(text -> text.replace("$ID", "7"))).isEqualTo(new RawResultTask("7", "7.nessus"));
    }

    @Test
    void saysWhatIsWrong() {
        step.setScanResultId("7/stop");
        assertThatIllegalArgumentException()
                .isThrownBy(this::task)
                .withMessage("scanResultId \"7/stop\" is not a valid ID; use a number such as 42, or leave it"
                        + " empty for the last scan of the build.");
        step.setScanResultId("7");
        step.setOutputFile("/tmp/x");
        assertThatIllegalArgumentException()
                .isThrownBy(this::task)
                .withMessage("outputFile \"/tmp/x\" is not in the workspace; use a relative path inside it.");
    }

    private RawResultTask task() {
        return step.task(UnaryOperator.identity());
    }
}
