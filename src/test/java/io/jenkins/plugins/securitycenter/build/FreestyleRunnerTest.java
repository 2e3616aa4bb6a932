package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.step.RecordStep;
import org.junit.jupiter.api.Test;

class FreestyleRunnerTest {

    @Test
    void runsNoStepWithoutItsConfiguration() {
        RecordStep step = new RecordStep();
        assertThat(FreestyleRunner.given(step)).isSameAs(step);

        step.leftOut("\"scanquality\"");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FreestyleRunner.given(step))
                .withMessageContaining("is not understood: \"scanquality\";");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FreestyleRunner.given(null))
                .withMessageStartingWith("task is missing;");
    }
}
