package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.task.ScanTask;
import io.jenkins.plugins.securitycenter.task.ScanTask.OnPartial;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import java.util.List;
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
        });
        assertThat(task.order().waitFor()).isEqualTo(WaitFor.LAUNCHED);
        assertThat(task.order().timeout()).isEqualTo(Duration.ofMinutes(90));
        assertThat(task.order().stopOnAbort()).isFalse();
        assertThat(task.onPartial()).isEqualTo(OnPartial.FAIL);
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
                        "Unknown waitFor \"done\". Use launched, running, completed or imported."),
                mistake(step -> step.setKind("odd"), "Unknown kind \"odd\". Use active, agent or web."),
                mistake(step -> step.setOnAbort("kill"), "Unknown onAbort \"kill\". Use stop or leave."),
                mistake(step -> step.setOnPartial("warn"), "Unknown onPartial \"warn\". Use ok, unstable or fail."),
                mistake(
                        step -> step.setTimeout(-1),
                        "timeout \"-1\" is not allowed; use a whole number of minutes from 0 (no limit) to"
                                + " 1000000."));
    }

    @Test
    void wantsAScan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScanStep(" ").task(UnaryOperator.identity()))
                .withMessage("scan is empty; enter the name or the ID of an existing scan, or create a scan for"
                        + " this build (onDemand).");
    }

    @Test
    void takesAScanToMake() {
        OnDemandDefinition definition = definition();
        definition.setTargets(List.of("10.0.0.1", "www.example.com"));
        definition.setAssets("Build agents\n  Shop");
        definition.setCredentials(List.of("Linux root"));
        definition.setZone(" DMZ ");
        definition.setMaxScanTime(7200);
        ScanTask task = onDemand(definition).task(text -> text.replace("$N", "12"));
        OnDemandScan scan = task.made();
        assertThat(task.order().scan()).isEqualTo("Build 12");
        assertThat(scan.scope().targets().text()).isEqualTo("10.0.0.1,www.example.com");
        assertThat(scan.scope().assets()).containsExactly("Build agents", "Shop");
        assertThat(scan.credentials()).containsExactly("Linux root");
        assertThat(scan.zone()).isEqualTo("DMZ");
        assertThat(scan.maxScanTime()).isEqualTo("7200");
    }

    @Test
    void takesAKindOfScan() {
        assertThat(task(step -> step.setKind("web")).order().kind()).isEqualTo(ScanKind.WEB);
        assertThat(task(step -> step.setKind("agent")).order().stopOnAbort()).isFalse();
        assertThat(task(step -> step.setKind("")).order().kind()).isEqualTo(ScanKind.ACTIVE);
    }

    @Test
    void leavesTargetsWithVariablesToTheBuild() {
        OnDemandDefinition definition = definition();
        definition.setTargets("${HOSTS}, 10.0.$N.0/24\n10.0.0.7");
        onDemand(definition).check(text -> text.replaceAll("\\$\\{?\\w+}?", "0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onDemand(definition).task(text -> text.replaceAll("\\$\\{?\\w+}?", "0")))
                .withMessageStartingWith("Target \"0\" is not a valid address or host name");
        definition.setTargets("${HOSTS}, 10.0.0.777");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onDemand(definition).check(text -> text))
                .withMessageStartingWith("Target \"10.0.0.777\"");
    }

    @Test
    void wantsOneScanOnly() {
        OnDemandDefinition definition = definition();
        definition.setTargets("10.0.0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task(step -> step.setOnDemand(definition)))
                .withMessage("scan and onDemand are both set; set only one of them.");
        ScanStep agents = onDemand(definition);
        agents.setKind("agent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agents.task(UnaryOperator.identity()))
                .withMessage("kind \"agent\" cannot be used with onDemand, which creates active scans.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onDemand(definition()).task(UnaryOperator.identity()))
                .withMessageStartingWith("An on-demand scan needs targets");
    }

    private static OnDemandDefinition definition() {
        return new OnDemandDefinition("Build $N", "Full Safe Scan", "Default");
    }

    private static ScanStep onDemand(OnDemandDefinition definition) {
        ScanStep step = new ScanStep(null);
        step.setOnDemand(definition);
        return step;
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
