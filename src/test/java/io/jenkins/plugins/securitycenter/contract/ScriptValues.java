package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What scripts read and compare: the keys of maps that steps return, allowed words, and environment variables. */
final class ScriptValues {

    private static final String OTHER = "other keys";

    private final Sources sources;
    private final Set<String> maps = new TreeSet<>();
    private final Set<String> words = new TreeSet<>();
    private final Set<String> variables = new TreeSet<>();

    ScriptValues(Sources sources) {
        this.sources = sources;
        sources.units().forEach(unit -> new Scan().scan(unit, null));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        maps.forEach(keys -> text.append("map with ").append(keys).append('\n'));
        words.forEach(all -> text.append("one of ").append(all).append('\n'));
        variables.forEach(name -> text.append("variable ").append(name).append('\n'));
        return text.toString();
    }

    private final class Scan extends TreeScanner<Void, Void> {

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            Map<String, Set<String>> keys = new TreeMap<>();
            new MapScan(keys).scan(method, null);
            keys.values().stream()
                    .map(all -> String.join(", ", all))
                    .filter(all -> !all.equals(OTHER))
                    .forEach(maps::add);
            return super.visitMethod(method, unused);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            if (String.valueOf(literal.getValue()).matches("SECURITYCENTER_[A-Z]+")) {
                variables.add(literal.getValue().toString());
            }
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            if (Set.of("parse", "all").contains(Sources.lastName(call))) {
                call.getArguments().forEach(this::addWords);
            }
            return super.visitMethodInvocation(call, unused);
        }

        private void addWords(ExpressionTree argument) {
            if (argument instanceof MemberSelectTree literal
                    && literal.getIdentifier().contentEquals("class")) {
                String name = literal.getExpression().toString().replaceFirst(".*\\.", "");
                sources.types(name).stream()
                        .filter(type -> type.getKind() == Tree.Kind.ENUM)
                        .forEach(type -> words.add(constants(type)));
            }
        }

        private static String constants(ClassTree type) {
            return type.getMembers().stream()
                    .filter(member -> member instanceof VariableTree constant
                            && constant.getInitializer() instanceof NewClassTree created
                            && created.getIdentifier()
                                    .toString()
                                    .equals(constant.getType().toString())
                            && type.getSimpleName()
                                    .contentEquals(constant.getType().toString()))
                    .map(member -> ((VariableTree) member).getName().toString())
                    .collect(Collectors.joining(", "));
        }
    }

    /** Finds what is put into the maps of a method that hold values of any kind. */
    private static final class MapScan extends TreeScanner<Void, Void> {

        private final Map<String, Set<String>> keys;
        private final Set<String> mapNames = new HashSet<>();

        MapScan(Map<String, Set<String>> keys) {
            this.keys = keys;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void unused) {
            if (variable.getType() != null && variable.getType().toString().equals("Map<String, Object>")) {
                mapNames.add(variable.getName().toString());
            }
            return super.visitVariable(variable, unused);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            if (call.getMethodSelect() instanceof MemberSelectTree put
                    && put.getIdentifier().contentEquals("put")
                    && mapNames.contains(put.getExpression().toString())) {
                List<? extends ExpressionTree> arguments = call.getArguments();
                keys.computeIfAbsent(put.getExpression().toString(), name -> new LinkedHashSet<>())
                        .add(
                                arguments.get(0) instanceof LiteralTree key
                                        ? key.getValue().toString()
                                        : OTHER);
            }
            return super.visitMethodInvocation(call, unused);
        }
    }
}
