package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.RecordChoice;
import io.jenkins.plugins.securitycenter.task.ScanTask;
import io.jenkins.plugins.securitycenter.task.ScanTask.OnPartial;
import io.jenkins.plugins.securitycenter.verification.VerificationTask;
import io.jenkins.plugins.securitycenter.verification.VerificationTask.StillThere;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import java.util.Arrays;
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
                .withMessage("scan is empty; enter the name or the ID of an existing scan, create a scan for"
                        + " this build (onDemand), or verify findings (verify).");
    }

    @Test
    void takesAScanToMake() {
        OnDemandDefinition definition = definition();
        definition.setTargets(List.of("10.0.0.1", "www.example.com"));
        definition.setAssets("Build agents\n  Shop");
        definition.setCredentials(List.of("Linux root"));
        definition.setZone(" DMZ ");
        definition.setMaxScanTime(7200);
        ScanTask task = (ScanTask) onDemand(definition).task(text -> text.replace("$N", "12"));
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
    void scansNoHostThatIsNotSet() {
        OnDemandDefinition definition = definition();
        definition.setTargets(Arrays.asList("192.0.2.1", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onDemand(definition).task(UnaryOperator.identity()))
                .withMessageContaining("\"null\" is not a valid address or host name");
    }

    @Test
    void wantsOneScanOnly() {
        OnDemandDefinition definition = definition();
        definition.setTargets("10.0.0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task(step -> step.setOnDemand(definition)))
                .withMessage("scan and onDemand are both set; set only one of scan, onDemand and verify.");
        ScanStep agents = onDemand(definition);
        agents.setKind("agent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agents.task(UnaryOperator.identity()))
                .withMessage("kind \"agent\" cannot be used with onDemand, which creates active scans.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onDemand(definition()).task(UnaryOperator.identity()))
                .withMessageStartingWith("An on-demand scan needs targets");
    }

    @Test
    void takesFindingsToVerify() {
        VerificationDefinition definition = new VerificationDefinition();
        definition.setSeverity(List.of("high", "Critical"));
        definition.setChange("Outstanding, new");
        definition.setPlugin(19506);
        definition.setHost(" db1.example.com ");
        definition.setFingerprints("0123456789ABCDEF\nfedcba9876543210");
        definition.setKnownExploited(true);
        definition.setOverdue(true);
        definition.setBuild(17);
        definition.setJob("folder/weekly");
        definition.setId("web");
        definition.setMaximumScans(2);
        definition.setStillThere("FAILURE");
        ScanStep step = verifying(definition);
        step.setCredentials(List.of("Linux root", "Windows domain"));
        step.setTimeout(30);
        VerificationTask task = (VerificationTask) step.task(UnaryOperator.identity());

        assertThat(task.selection().record()).isEqualTo(new RecordChoice("folder/weekly", "17", "web"));
        assertThat(task.selection().fingerprints()).containsExactly("0123456789abcdef", "fedcba9876543210");
        TableFilter filter = task.selection().filter();
        assertThat(filter.severities()).containsExactlyInAnyOrder(Severity.HIGH, Severity.CRITICAL);
        assertThat(filter.changes()).containsExactlyInAnyOrder(FindingState.OUTSTANDING, FindingState.NEW);
        assertThat(filter.plugin()).isEqualTo("19506");
        assertThat(filter.host()).isEqualTo("db1.example.com");
        assertThat(filter.risk().knownExploited()).isTrue();
        assertThat(filter.risk().overdue()).isTrue();
        assertThat(task.maximumScans()).isEqualTo(2);
        assertThat(task.stillThere()).isEqualTo(StillThere.FAILURE);
        assertThat(task.credentials()).containsExactly("Linux root", "Windows domain");
        assertThat(task.timeout()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void verifiesTheCurrentFindingsOfTheReferenceByDefault() {
        VerificationTask task =
                (VerificationTask) verifying(new VerificationDefinition()).task(UnaryOperator.identity());

        assertThat(task.selection().record()).isEqualTo(new RecordChoice("", "", "securitycenter"));
        assertThat(task.selection().filter()).isEqualTo(TableFilter.CURRENT);
        assertThat(task.selection().fingerprints()).isEmpty();
        assertThat(task.maximumScans()).isEqualTo(4);
        assertThat(task.stillThere()).isEqualTo(StillThere.UNSTABLE);
        assertThat(task.credentials()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatIsWrongWithAVerification(
            Consumer<VerificationDefinition> mistake, Consumer<ScanStep> other, String sentence) {
        VerificationDefinition definition = new VerificationDefinition();
        mistake.accept(definition);
        ScanStep step = verifying(definition);
        other.accept(step);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step.task(UnaryOperator.identity()))
                .withMessage(sentence);
    }

    static Stream<Arguments> saysWhatIsWrongWithAVerification() {
        return Stream.of(
                wrong(
                        verify -> verify.setSeverity("Severe"),
                        "Unknown severity \"Severe\". Use Critical, High, Medium, Low or Info."),
                wrong(
                        verify -> verify.setChange("gone"),
                        "Unknown change \"gone\". Use new, outstanding, fixed, notScanned, unknown or notChecked."),
                wrong(
                        verify -> verify.setFingerprints("0x12"),
                        "fingerprints contains \"0x12\"; a fingerprint has 16 hexadecimal digits, such as"
                                + " 0123456789abcdef."),
                wrong(
                        verify -> verify.setBuild("newest"),
                        "build \"newest\" is not valid; enter the number of a build, or last, or nothing for the"
                                + " reference."),
                wrong(
                        verify -> verify.setId("a b"),
                        "id \"a b\" is not valid; use 1 to 64 letters, digits, hyphens and underscores."),
                wrong(
                        verify -> verify.setMaximumScans(21),
                        "maximumScans \"21\" is not allowed; use a whole number from 1 to 20."),
                wrong(
                        verify -> verify.setStillThere("fail"),
                        "Unknown stillThere \"fail\". Use ignore, unstable or failure."),
                Arguments.of(
                        (Consumer<VerificationDefinition>) verify -> {},
                        (Consumer<ScanStep>) step -> step.setWaitFor("running"),
                        "waitFor \"running\" cannot be used with verify, which needs the imported findings; leave"
                                + " waitFor empty."),
                Arguments.of(
                        (Consumer<VerificationDefinition>) verify -> {},
                        (Consumer<ScanStep>) step -> step.setKind("agent"),
                        "kind \"agent\" cannot be used with verify, which creates active scans."),
                Arguments.of(
                        (Consumer<VerificationDefinition>) verify -> {},
                        (Consumer<ScanStep>) step -> step.setOnDemand(definition()),
                        "onDemand and verify are both set; set only one of scan, onDemand and verify."));
    }

    private static Arguments wrong(Consumer<VerificationDefinition> mistake, String sentence) {
        return Arguments.of(mistake, (Consumer<ScanStep>) step -> {}, sentence);
    }

    @Test
    void credentialsAreOnlyForAVerification() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task(step -> step.setCredentials("Linux root")))
                .withMessage("credentials is set without verify; set credentials of a scan that is created for this"
                        + " build in onDemand, and those of an existing scan in SecurityCenter.");
    }

    @Test
    void leavesFiltersWithVariablesToTheBuild() {
        VerificationDefinition definition = new VerificationDefinition();
        definition.setSeverity("${SEVERITY}, High");
        definition.setFingerprints("$SECURITYCENTER_VERIFY");
        definition.setBuild("$BUILD");
        verifying(definition).check(text -> text.replaceAll("\\$\\{?\\w+}?", "0"));
        definition.setSeverity("${SEVERITY}, Severe");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> verifying(definition).check(text -> text))
                .withMessageStartingWith("Unknown severity \"Severe\".");
    }

    private static ScanStep verifying(VerificationDefinition definition) {
        ScanStep step = new ScanStep(null);
        step.setVerify(definition);
        return step;
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
        return (ScanTask) step.task(UnaryOperator.identity());
    }
}
