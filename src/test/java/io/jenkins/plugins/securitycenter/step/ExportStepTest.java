package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.run.ExportTask;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExportStepTest {

    private final ExportStep step = new ExportStep();

    @Test
    void needsNoParameter() {
        assertThat(task()).isEqualTo(new ExportTask("", ""));
    }

    @Test
    void takesWhatIsGiven() {
        step.setScanResultId(" 42 ");
        step.setOutputFile("out/raw.nessus");
        step.setServer("prod");
        step.setCredentialsId("keys");
        assertThat(task()).isEqualTo(new ExportTask("42", "out/raw.nessus"));
    }

    @Test
    void expandsVariables() {
        step.setScanResultId("$ID");
        step.setOutputFile("$ID.nessus");
        assertThat(step.task(text -> text.replace("$ID", "7"))).isEqualTo(new ExportTask("7", "7.nessus"));
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

    private ExportTask task() {
        return step.task(UnaryOperator.identity());
    }
}
