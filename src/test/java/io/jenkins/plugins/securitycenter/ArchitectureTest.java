package io.jenkins.plugins.securitycenter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the packages, and what no class of the plugin does. */
class ArchitectureTest {
    private static final String ROOT = "io.jenkins.plugins.securitycenter";
    private static final String[] PURE = {"model", "gate", "client", "report", "watch", "suggest"};
    private static final String[] JENKINS = {"config", "run", "step", "build", "result"};

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packagesDependDownwardsOnly() {
        check(layers().whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("gate")
                .mayOnlyAccessLayers("model")
                .whereLayer("client")
                .mayOnlyAccessLayers("model")
                .whereLayer("report")
                .mayOnlyAccessLayers("model", "gate")
                .whereLayer("watch")
                .mayOnlyAccessLayers("model", "client")
                .whereLayer("suggest")
                .mayOnlyAccessLayers("model", "client")
                .whereLayer("config")
                .mayOnlyAccessLayers(PURE)
                .whereLayer("step")
                .mayOnlyBeAccessedByLayers("build")
                .whereLayer("build")
                .mayNotBeAccessedByAnyLayer());
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void coreKnowsNoJenkins() {
        check(noClasses()
                .that()
                .resideInAnyPackage(packages(PURE))
                .or()
                .resideInAnyPackage(packages("result.view"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "hudson..", "jenkins..", "org.kohsuke..", "org.jenkinsci..", "com.cloudbees..", "jakarta.."));
    }

    @Test
    void simulatorAndDemoStayInTests() {
        check(noClasses().should().resideInAnyPackage(packages("simulator", "demo")));
    }

    @Test
    void nothingIsSetForTheWholeVirtualMachine() {
        check(noClasses().should().callMethod(System.class, "setProperty", String.class, String.class));
    }

    /** What servers say is stored with a build that fails, and shown by forms; one class makes it fit for that. */
    @Test
    void oneClassMakesFailuresForUsers() {
        for (String failure :
                List.of("hudson.AbortException", "hudson.model.Failure", "hudson.model.Descriptor$FormException")) {
            check(noClassesBut(UserFailures.class)
                    .callConstructorWhere(JavaCall.Predicates.target(
                            HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(failure)))));
        }
        check(noClassesBut(UserFailures.class).callMethod(FormValidation.class, "error", String.class));
    }

    @Test
    void nothingIsPrinted() {
        check(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
        check(noClasses().should().callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void noTimerThreadIsStarted() {
        check(noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Timer"));
    }

    @Test
    void agentsCallNothingOnTheController() {
        check(noClasses().should().dependOnClassesThat().haveSimpleNameStartingWith("SlaveToMaster"));
    }

    private static ClassesShould noClassesBut(Class<?> one) {
        return noClasses().that().doNotHaveFullyQualifiedName(one.getName()).should();
    }

    private static LayeredArchitecture layers() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String layer : Stream.of(PURE, JENKINS).flatMap(Arrays::stream).toList()) {
            layers = layers.optionalLayer(layer).definedBy(ROOT + "." + layer + "..");
        }
        return layers;
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }
}
