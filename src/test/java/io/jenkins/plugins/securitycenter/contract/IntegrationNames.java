package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names that other plugins show, store or call: metrics, parts of support bundles, tools of assistants. */
final class IntegrationNames {

    private final Set<String> lines = new TreeSet<>();

    IntegrationNames(Sources sources) {
        sources.units().forEach(unit -> new Scan().scan(unit, null));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private final class Scan extends TreeScanner<Void, Void> {

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            String parent = String.valueOf(type.getExtendsClause());
            if (parent.equals("MetricProvider")) {
                addLiterals(type, "securitycenter\\.[a-z]+", "metric ");
            } else if (parent.equals("Component")) {
                lines.add("support component " + type.getSimpleName());
                addLiterals(type, "securitycenter/.*", "support file ");
            }
            return super.visitClass(type, unused);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            boolean tool = method.getModifiers().getAnnotations().stream()
                    .anyMatch(one -> one.getAnnotationType().toString().equals("Tool"));
            if (tool) {
                lines.add(method.getParameters().stream()
                        .map(one -> one.getName().toString())
                        .collect(Collectors.joining(", ", "tool " + method.getName() + "(", ")")));
            }
            return super.visitMethod(method, unused);
        }

        private void addLiterals(ClassTree type, String pattern, String what) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    if (String.valueOf(literal.getValue()).matches(pattern)) {
                        lines.add(what + literal.getValue());
                    }
                    return null;
                }
            }.scan(type, null);
        }
    }
}
