package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of which objects are stored in build.xml, program.dat, config.xml and the files of runs, with their fields.
 * Exceptions are left out, since a build stores those of Jenkins only, and so is what is only sent to agents.
 */
final class StoredClasses {

    private static final List<String> STORED = List.of(
            "java.io.Serializable",
            "hudson.model.Action",
            "hudson.model.Describable",
            "jenkins.model.GlobalConfiguration",
            "org.jenkinsci.plugins.workflow.steps.Step",
            "org.jenkinsci.plugins.workflow.steps.StepExecution");
    private static final String ROOT = "io.jenkins.plugins.securitycenter";

    private final Sources sources;
    private final JavaClasses classes;
    private final TreeMap<String, JavaClass> stored = new TreeMap<>();

    StoredClasses(Sources sources) {
        this.sources = sources;
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
        Deque<JavaClass> open = new ArrayDeque<>();
        Set<String> read = readAsJson();
        classes.stream()
                .filter(type -> isStored(type) || read.contains(type.getSimpleName()))
                .forEach(open::add);
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (isOurs(type) && !type.isAnonymousClass() && stored.putIfAbsent(type.getName(), type) == null) {
                type.getRawSuperclass().ifPresent(open::add);
                fields(type)
                        .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .flatMap(one -> isOurs(one)
                                ? Stream.concat(Stream.of(one), one.getAllSubclasses().stream())
                                : Stream.of())
                        .forEach(open::add);
            }
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (JavaClass type : stored.values()) {
            text.append(type.getName()).append('\n');
            lines(type).forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }

    private List<String> lines(JavaClass type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants().stream()
                    .map(JavaEnumConstant::name)
                    .sorted()
                    .collect(Collectors.joining(", ")));
        }
        Stream<String> parent =
                type.getRawSuperclass().filter(this::isOurs).map(one -> "extends " + one.getName()).stream();
        Sources.Member<ExpressionTree> version = sources.constant(type.getSimpleName(), "serialVersionUID");
        Stream<String> versions = version == null ? Stream.of() : Stream.of("serialVersionUID " + version.tree());
        Stream<String> fields = fields(type)
                .map(field -> field.getName() + ": " + text(field.getType()))
                .sorted();
        return Stream.of(parent, versions, fields).flatMap(lines -> lines).toList();
    }

    /** A type as it is written in Java, without the packages that need no import or that everybody knows. */
    private static String text(JavaType type) {
        return type.getName().replaceFirst("^\\[L(.*);$", "$1[]").replaceAll("java\\.(lang|util)\\.", "");
    }

    private static Stream<JavaField> fields(JavaClass type) {
        Predicate<JavaField> left = field -> field.getModifiers().contains(JavaModifier.STATIC)
                || field.getModifiers().contains(JavaModifier.TRANSIENT)
                || field.getModifiers().contains(JavaModifier.SYNTHETIC);
        return type.getFields().stream().filter(left.negate());
    }

    private boolean isStored(JavaClass type) {
        return isOurs(type)
                && !type.isInterface()
                && !type.isEnum()
                && !type.isAssignableTo(Throwable.class)
                && !type.isAssignableTo("hudson.FilePath$FileCallable")
                && STORED.stream().anyMatch(type::isAssignableTo)
                && !isMadeForPages(type);
    }

    /** Whether it is an action that Jenkins asks for whenever it shows a page, and does not store. */
    private static boolean isMadeForPages(JavaClass type) {
        Set<JavaConstructorCall> calls = type.getConstructorCallsToSelf();
        return type.isAssignableTo("hudson.model.Action")
                && !calls.isEmpty()
                && calls.stream()
                        .allMatch(call -> call.getOriginOwner().isAssignableTo("jenkins.model.TransientActionFactory"));
    }

    private boolean isOurs(JavaClass type) {
        return sources.names().contains(type.getName().replaceFirst("\\$.*", ""));
    }

    /** The simple names of the types that are read from JSON that the plugin stored. */
    private Set<String> readAsJson() {
        Set<String> read = new HashSet<>();
        sources.units()
                .forEach(unit -> new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                        String name = Sources.lastName(call);
                        if ((name.equals("treeToValue") || name.equals("readValue"))
                                && call.getArguments().size() > 1) {
                            read.add(call.getArguments()
                                    .get(1)
                                    .toString()
                                    .replaceFirst("\\.class$", "")
                                    .replaceFirst(".*\\.", ""));
                        }
                        return super.visitMethodInvocation(call, unused);
                    }
                }.scan(unit, null));
        return read;
    }
}
