package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionReporterTest {

    private static final RunState RUNNING = RunState.initial();

    private final RecordedRun<String> build = new RecordedRun<>();
    private final ConclusionReporter<String> reporter = new ConclusionReporter<>(build);

    /** A later poll does not replace the result that is being received. */
    @Test
    void reportsTheFirstResult() {
        assertThat(reporter.keepResult("first")).isTrue();
        assertThat(reporter.keepResult("second")).isFalse();
        reporter.report(concluded(Conclusion.FINISHED));

        assertThat(build.finished).containsExactly("first");
    }

    /** What happens during the clean-up is not the reason of the failure. */
    @Test
    void reportsTheFailureThatEndedTheRun() {
        RunState failed = concluded(Conclusion.FAILED);
        reporter.keepFailure(RUNNING, failure("first"), failed);
        reporter.keepFailure(failed, failure("second"), failed);
        reporter.report(failed);

        assertThat(build.failures).extracting(Throwable::getMessage).containsExactly("first");
    }

    /** After a restart, the stored state has the reason. */
    @Test
    void reportsTheStoredProblemIfTheFailureIsNotKnown() {
        reporter.report(concluded(Conclusion.FAILED));

        assertThat(build.failures).extracting(Throwable::getMessage).containsExactly("stored");
    }

    @Test
    void problemsOfARunThatGoesOnAreNoFailure() {
        reporter.keepFailure(RUNNING, failure("temporary"), RUNNING);
        reporter.report(concluded(Conclusion.FAILED));

        assertThat(build.failures).extracting(Throwable::getMessage).containsExactly("stored");
    }

    private static RunEvent failure(String message) {
        return new RunEvent.Failed(new IOException(message), false, Instant.EPOCH);
    }

    private static RunState concluded(Conclusion conclusion) {
        return RUNNING.concluded(conclusion, "stored", List.of(), Instant.EPOCH);
    }
}
