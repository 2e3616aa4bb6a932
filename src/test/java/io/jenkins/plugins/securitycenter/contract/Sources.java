package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The parsed Java sources of the plugin, with an index of their methods and constants by simple class name. */
final class Sources {

    /** A tree to look into, and the simple name of the class around it. */
    record Member<T extends Tree>(String type, T tree) {}

    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final Map<String, List<Member<MethodTree>>> methods = new HashMap<>();
    private final Map<String, List<ClassTree>> types = new HashMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Map<String, Member<ExpressionTree>> constants = new HashMap<>();

    private Sources(JavacTask task) throws IOException {
        for (CompilationUnitTree unit : task.parse()) {
            units.add(unit);
            String file = fileName(unit);
            names.add(unit.getPackageName() + "." + file.substring(0, file.indexOf('.')));
            new Index().scan(unit, null);
        }
        units.sort(Comparator.comparing(unit -> unit.getSourceFile().toUri()));
    }

    /** All of {@code src/main/java}. */
    static Sources read() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        try (Stream<Path> paths = Files.walk(Pom.repository().resolve("src/main/java"))) {
            List<Path> java =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            return new Sources((JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java)));
        }
    }

    /** The files, by package and name. */
    List<CompilationUnitTree> units() {
        return units;
    }

    /** The full names of the types that have a file of their own. */
    Set<String> names() {
        return names;
    }

    /** The types with a simple name. */
    List<ClassTree> types(String simpleName) {
        return types.getOrDefault(simpleName, List.of());
    }

    /** The types by simple name. */
    SortedMap<String, List<ClassTree>> types() {
        return new TreeMap<>(types);
    }

    /** The one method of that class with that name and number of parameters; null for none or several. */
    Member<MethodTree> method(String type, String name, int parameters) {
        List<Member<MethodTree>> found = methods.getOrDefault(type + "." + name + "/" + parameters, List.of());
        return found.size() == 1 ? found.get(0) : null;
    }

    /** What a static final field of that class holds; null when it is not known. */
    Member<ExpressionTree> constant(String type, String name) {
        return constants.get(type + "." + name);
    }

    static String fileName(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().toUri()).toFile().getName();
    }

    /** The last name of an expression: of a method that it calls, or of a field or variable. */
    static String lastName(Tree expression) {
        if (expression instanceof MethodInvocationTree call) {
            return lastName(call.getMethodSelect());
        }
        return expression instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : expression.toString();
    }

    /** The simple name of the innermost class around a tree. */
    static String type(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree type && !type.getSimpleName().isEmpty()) {
                return type.getSimpleName().toString();
            }
        }
        return "";
    }

    private final class Index extends TreePathScanner<Void, Void> {

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            types.computeIfAbsent(type.getSimpleName().toString(), key -> new ArrayList<>())
                    .add(type);
            return super.visitClass(type, unused);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            String type = type(getCurrentPath());
            if (method.getBody() != null) {
                methods.computeIfAbsent(
                                type + "." + method.getName() + "/"
                                        + method.getParameters().size(),
                                key -> new ArrayList<>())
                        .add(new Member<>(type, method));
            }
            return super.visitMethod(method, unused);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void unused) {
            Set<Modifier> modifiers = variable.getModifiers().getFlags();
            if (modifiers.contains(Modifier.STATIC) && variable.getInitializer() != null) {
                String type = type(getCurrentPath());
                constants.put(type + "." + variable.getName(), new Member<>(type, variable.getInitializer()));
            }
            return super.visitVariable(variable, unused);
        }
    }
}
