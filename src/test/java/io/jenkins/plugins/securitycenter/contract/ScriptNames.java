package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that users write in pipelines, job definitions and configuration as code: steps, symbols and their
 * parameters. No class names, which users do not write.
 */
final class ScriptNames {

    private final Sources sources;

    ScriptNames(Sources sources) {
        this.sources = sources;
    }

    String text() {
        Map<String, List<String>> blocks = new TreeMap<>();
        sources.types().values().stream().flatMap(List::stream).forEach(type -> {
            List<String> names = names(type);
            names.forEach(name -> blocks.put(name, parameters(type)));
        });
        return blocks.entrySet().stream()
                .map(block -> block.getKey()
                        + block.getValue().stream().map(line -> "\n  " + line).collect(Collectors.joining()) + "\n")
                .collect(Collectors.joining());
    }

    /** The step and the symbol of a class, which its descriptor has, unless it is a descriptor itself. */
    private List<String> names(ClassTree type) {
        List<String> names = new ArrayList<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree inner) {
                symbol(inner.getModifiers()).ifPresent(name -> names.add("symbol " + name));
                inner.getMembers().stream()
                        .flatMap(ScriptNames::functionName)
                        .forEach(name -> names.add("step " + name));
            }
        }
        if (type.getExtendsClause() != null
                && type.getExtendsClause().toString().equals("GlobalConfiguration")) {
            symbol(type.getModifiers()).ifPresent(name -> names.add("symbol " + name));
        }
        return names;
    }

    private static Stream<String> functionName(Tree member) {
        return member instanceof MethodTree method
                        && method.getName().contentEquals("getFunctionName")
                        && method.getBody().getStatements().get(0) instanceof ReturnTree result
                        && result.getExpression() instanceof LiteralTree name
                ? Stream.of(name.getValue().toString())
                : Stream.of();
    }

    private static Optional<String> symbol(ModifiersTree modifiers) {
        return annotation(modifiers, "Symbol")
                .map(annotation -> annotation
                        .getArguments()
                        .get(0)
                        .toString()
                        .replaceFirst("value = ", "")
                        .replace("\"", ""));
    }

    /** One line for each parameter, those of nested objects below it. */
    private List<String> parameters(ClassTree type) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(declared(type)).forEach((name, parameter) -> {
            lines.add(name + ": " + typeText(parameter));
            nested(parameter).ifPresent(inner -> parameters(inner).forEach(line -> lines.add("  " + line)));
        });
        return lines;
    }

    private Map<String, VariableTree> declared(ClassTree type) {
        Map<String, VariableTree> parameters = new TreeMap<>();
        if (type.getExtendsClause() != null) {
            String parent = type.getExtendsClause().toString().replaceFirst("<.*", "");
            sources.types(parent).forEach(one -> parameters.putAll(declared(one)));
        }
        for (Tree member : type.getMembers()) {
            if (isConstructor(member)) {
                ((MethodTree) member)
                        .getParameters()
                        .forEach(one -> parameters.put(one.getName().toString(), one));
            } else if (member instanceof MethodTree setter
                    && annotation(setter.getModifiers(), "DataBoundSetter").isPresent()) {
                String name = setter.getName().toString().substring("set".length());
                parameters.put(
                        name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
                        setter.getParameters().get(0));
            }
        }
        return parameters;
    }

    private static boolean isConstructor(Tree member) {
        return member instanceof MethodTree constructor
                && annotation(constructor.getModifiers(), "DataBoundConstructor")
                        .isPresent();
    }

    private String typeText(VariableTree parameter) {
        String text = parameter.getType().toString();
        Optional<String> step = type(parameter).stream()
                .flatMap(type -> names(type).stream().filter(name -> name.startsWith("step ")))
                .findFirst();
        return step.or(() -> nested(parameter).map(inner -> text.startsWith("List") ? "list of" : "object with"))
                .orElse(text);
    }

    /** The class of a parameter that has parameters itself, and no step's. */
    private Optional<ClassTree> nested(VariableTree parameter) {
        return type(parameter).filter(type -> names(type).stream().noneMatch(name -> name.startsWith("step ")));
    }

    private Optional<ClassTree> type(VariableTree parameter) {
        String name = parameter
                .getType()
                .toString()
                .replaceFirst(".*<(\\? extends )?", "")
                .replaceFirst(">.*", "");
        return sources.types(name).stream()
                .filter(type -> type.getMembers().stream().anyMatch(ScriptNames::isConstructor))
                .findFirst();
    }

    private static Optional<? extends AnnotationTree> annotation(ModifiersTree modifiers, String name) {
        return modifiers.getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .findFirst();
    }
}
