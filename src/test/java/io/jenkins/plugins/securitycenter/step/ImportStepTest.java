package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.task.ImportTask;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportStepTest {

    @Test
    void takesWhatIsGiven() {
        ImportStep step = new ImportStep(" in/a.nessus ", " CI ");
        step.setTimeout(5);
        step.setCredentialsId("keys");
        assertThat(step.task(UnaryOperator.identity()))
                .isEqualTo(new ImportTask("in/a.nessus", "CI", Duration.ofMinutes(5)));
    }

    @Test
    void expandsVariables() {
        ImportStep step = new ImportStep("$FILE.nessus", "$REPOSITORY");
        assertThat(step.task(text -> text.replace("$FILE", "a").replace("$REPOSITORY", "7")))
                .isEqualTo(new ImportTask("a.nessus", "7", Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null | CI | file is empty; enter the path of a .nessus file in the workspace.",
                "a.nessus | null | repository is empty; enter the name or the ID of a repository.",
                "/a.nessus | CI | file \"/a.nessus\" is not in the workspace; use a relative path inside it."
            })
    void saysWhatIsWrong(String file, String repository, String sentence) {
        ImportStep step = new ImportStep(file, repository);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step.task(UnaryOperator.identity()))
                .withMessage(sentence);
    }

    @Test
    void wantsATimeLimitThatCanBe() {
        ImportStep step = new ImportStep("a.nessus", "CI");
        step.setTimeout(-5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step.task(UnaryOperator.identity()))
                .withMessage("timeout \"-5\" is not allowed; use a whole number of minutes from 0 (no limit) to"
                        + " 1000000.");
    }
}
