package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.step.AssetStep;
import io.jenkins.plugins.securitycenter.step.ImportStep;
import io.jenkins.plugins.securitycenter.step.RawResultStep;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import io.jenkins.plugins.securitycenter.step.ReportStep;
import io.jenkins.plugins.securitycenter.step.RequestStep;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep;
import io.jenkins.plugins.securitycenter.step.SessionStep;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredTaskTest {

    static Stream<Object> tasks() {
        return Stream.of(
                new AssetBuilder(assets()),
                new ImportBuilder(new ImportStep("a.nessus", "7")),
                new RawResultBuilder(new RawResultStep()),
                new RecordPublisher(new RecordStep()),
                new ReportBuilder(new ReportStep("Weekly")),
                new RequestBuilder(new RequestStep("/scan")),
                new ScanBuilder(new ScanStep("Weekly")),
                new SessionWrapper(new SessionStep("")));
    }

    private static AssetStep assets() {
        AssetStep step = new AssetStep("Web");
        step.setAddresses("192.0.2.1");
        return step;
    }

    /** Gates next to the step instead of inside it would be none. */
    @ParameterizedTest
    @MethodSource("tasks")
    void refusesWhatIsNextToTheStep(Object task) throws Exception {
        SecurityCenterStep step =
                (SecurityCenterStep) task.getClass().getMethod("getTask").invoke(task);
        converter(task).complete(task, Optional.empty());
        step.checkComplete();

        converter(task).complete(task, Optional.of("\"gates\""));

        assertThatIllegalArgumentException()
                .isThrownBy(step::checkComplete)
                .withMessageStartingWith("The stored configuration of the step is not understood: \"gates\"; ");
    }

    /** Returns the converter, which Jenkins finds by its name and creates with this constructor. */
    @SuppressWarnings("unchecked")
    private static StoredTaskConverter<Object> converter(Object task) throws Exception {
        Class<?> type = Class.forName(task.getClass().getName() + "$ConverterImpl");
        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        assertThat(type.getConstructors()).hasSize(1);
        return (StoredTaskConverter<Object>) type.getConstructors()[0].newInstance(new XStream2());
    }
}
