package io.jenkins.plugins.securitycenter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import com.tngtech.archunit.library.GeneralCodingRules;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The order of the packages, and what no class of the plugin does. */
class ArchitectureTest {
    private static final String ROOT = "io.jenkins.plugins.securitycenter";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final PackagesPage PAGE = PackagesPage.read();

    @Test
    void pageListsAllPackages() {
        assertThat(PAGE.packages())
                .containsExactlyInAnyOrderElementsOf(dependencies().keySet());
    }

    @Test
    void packagesDependDownwardsOnly() {
        List<String> order = PAGE.packages();
        dependencies()
                .forEach((from, to) -> assertThat(order.subList(order.indexOf(from) + 1, order.size()))
                        .as("the packages below " + from + " in docs/architecture.md")
                        .containsAll(to));
    }

    @Test
    void pageDrawsTheDependencies() {
        Map<String, Set<String>> dependencies = dependencies();
        Set<String> arrows = new TreeSet<>();
        dependencies.forEach((from, to) -> to.stream()
                .filter(target -> to.stream().noneMatch(other -> reaches(dependencies, other, target)))
                .forEach(target -> arrows.add(from + " --> " + target)));
        assertThat(PAGE.arrows()).containsExactlyElementsOf(arrows);
    }

    @Test
    void coreKnowsNoJenkins() {
        check(noClasses()
                .that()
                .resideInAnyPackage(withoutJenkins())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "hudson..", "jenkins..", "org.kohsuke..", "org.jenkinsci..", "com.cloudbees..", "jakarta.."));
    }

    @Test
    void onlyExtensionsNeedOptionalPlugins() {
        String[] optional = {
            "com.cloudbees.jenkins.support..",
            "com.codahale.metrics..",
            "io.jenkins.plugins.checks..",
            "io.jenkins.plugins.mcp..",
            "jenkins.metrics..",
            "org.jenkinsci.plugins.tokenmacro..",
            ROOT + ".integration.."
        };
        check(noClasses()
                .that()
                .resideOutsideOfPackages(packages("integration"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(optional));
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

    /** The build checks only marked packages for null: every package, so a new one too. */
    @Test
    void packagesAreNullMarked() {
        assertThat(MAIN.stream()
                        .map(JavaClass::getPackage)
                        .filter(one -> !one.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
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

    /**
     * Classes are public for Jenkins and for each other. Other plugins refer to steps and builders by their symbols. The
     * generated Messages are restricted by the build that is released.
     */
    @Test
    void otherPluginsUseNoClass() {
        check(classes()
                .that()
                .resideOutsideOfPackages(withoutJenkins())
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .and()
                .doNotHaveSimpleName("Messages")
                .should(beRestricted()));
    }

    private static ClassesShould noClassesBut(Class<?> one) {
        return noClasses().that().doNotHaveFullyQualifiedName(one.getName()).should();
    }

    /** The packages, each with those that its classes depend on. */
    private static Map<String, Set<String>> dependencies() {
        Map<String, Set<String>> dependencies = new TreeMap<>();
        for (JavaClass type : MAIN) {
            Set<String> targets = dependencies.computeIfAbsent(name(type), name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith(ROOT + ".")
                        && !name(target).equals(name(type))) {
                    targets.add(name(target));
                }
            }
        }
        return dependencies;
    }

    private static String name(JavaClass type) {
        return type.getPackageName().substring(ROOT.length() + 1);
    }

    private static boolean reaches(Map<String, Set<String>> dependencies, String from, String to) {
        Set<String> targets = dependencies.get(from);
        return targets.contains(to) || targets.stream().anyMatch(next -> reaches(dependencies, next, to));
    }

    private static String[] withoutJenkins() {
        return PAGE.withoutJenkins().stream().map(name -> ROOT + "." + name).toArray(String[]::new);
    }

    private static ArchCondition<JavaClass> beRestricted() {
        return ArchConditions.be(DescribedPredicate.describe(
                "restricted to this plugin",
                type -> type.isAnnotatedWith(Restricted.class)
                        && Arrays.equals(
                                type.getAnnotationOfType(Restricted.class).value(),
                                new Class<?>[] {NoExternalUse.class})));
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }
}
