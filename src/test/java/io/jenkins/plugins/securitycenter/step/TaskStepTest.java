package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.task.ServerChoice;
import io.jenkins.plugins.securitycenter.task.SessionScope;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskStepTest {

    private final SessionScope block = new SessionScope(new ServerChoice("prod", "block-keys"));

    static Stream<TaskStep> steps() {
        return Stream.of(
                new ScanStep("Weekly"),
                new ImportStep("a.nessus", "7"),
                new ReportStep("Weekly"),
                new RawResultStep(),
                new AssetStep("Web"),
                new RequestStep("/scan"),
                new RecordStep());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void usesServerAndCredentialsOfTheBlock(TaskStep step) {
        assertThat(connection(step, block)).isEqualTo(new ServerChoice("prod", "block-keys"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void keepsItsOwnCredentialsOnTheServerOfTheBlock(TaskStep step) {
        step.setServer("prod");
        step.setCredentialsId("own-keys");
        assertThat(connection(step, block)).isEqualTo(new ServerChoice("prod", "own-keys"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void takesNoCredentialsOfTheBlockToAnotherServer(TaskStep step) {
        step.setServer("test");
        assertThat(connection(step, block)).isEqualTo(new ServerChoice("test", ""));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void leavesTheServerOpenWithoutBlock(TaskStep step) {
        assertThat(connection(step, null)).isEqualTo(new ServerChoice("", ""));
    }

    @Test
    void expandsVariables() {
        RawResultStep step = new RawResultStep();
        step.setServer("$WHERE");
        step.setCredentialsId("$WHO");
        assertThat(step.connection(text -> text.replace("$WHERE", "prod").replace("$WHO", "keys"), block))
                .isEqualTo(new ServerChoice("prod", "keys"));
    }

    private static ServerChoice connection(TaskStep step, SessionScope scope) {
        return step.connection(UnaryOperator.identity(), scope);
    }
}
