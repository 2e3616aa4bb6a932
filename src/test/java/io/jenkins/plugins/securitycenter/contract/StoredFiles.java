package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files that the plugin stores: their names, the numbers of their formats, and the values that are written one after
 * the other.
 */
final class StoredFiles {

    private static final Pattern CONSTANT = Pattern.compile("FORMAT|VERSION|MAGIC");

    private final Sources sources;
    private final Expressions expressions;
    private final Set<String> lines = new TreeSet<>();

    StoredFiles(Sources sources) {
        this.sources = sources;
        this.expressions = new Expressions(sources);
        sources.units().forEach(unit -> new Scan().scan(unit, null));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private final class Scan extends TreePathScanner<Void, Void> {

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            if (Set.of("resolve", "sibling").contains(Sources.lastName(call))
                    && call.getArguments().size() == 1) {
                Scope scope = Scope.of(Sources.type(getCurrentPath()), null);
                Template name = expressions.template(call.getArguments().get(0), scope);
                if (name.hasText()) {
                    name.render(hole -> "*").forEach(one -> lines.add("file " + one));
                }
            }
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            Set<String> keys = new TreeSet<>();
            boolean[] json = {false};
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                    String name = Sources.lastName(call);
                    json[0] |= name.equals("treeToValue");
                    if (Set.of("path", "put", "set").contains(name)
                            && !call.getArguments().isEmpty()
                            && call.getArguments().get(0) instanceof LiteralTree key) {
                        keys.add(key.getValue().toString());
                    }
                    return super.visitMethodInvocation(call, unused);
                }
            }.scan(type, null);
            if (json[0]) {
                lines.add("JSON with " + String.join(", ", keys));
            }
            return super.visitClass(type, unused);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void unused) {
            ExpressionTree value = variable.getInitializer();
            if (value != null && CONSTANT.matcher(variable.getName()).matches()) {
                lines.add("constant " + variable.getName() + " " + value);
            }
            return super.visitVariable(variable, unused);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            boolean binary = method.getParameters().stream()
                    .anyMatch(one -> one.getType().toString().matches("Data(Output|Input)(Stream)?"));
            List<String> calls = binary ? calls(method) : List.of();
            if (!calls.isEmpty()) {
                lines.add("values " + String.join(" ", calls));
            }
            return super.visitMethod(method, unused);
        }

        private static List<String> calls(MethodTree method) {
            List<String> calls = new ArrayList<>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                    super.visitMethodInvocation(call, unused);
                    String name = Sources.lastName(call);
                    if (name.matches("(write|read)\\w*")) {
                        calls.add(name);
                    }
                    return null;
                }
            }.scan(method.getBody(), null);
            return calls;
        }
    }
}
