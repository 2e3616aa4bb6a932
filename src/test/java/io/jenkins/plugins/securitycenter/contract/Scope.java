package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.Map;

/** What names mean at the place of an expression. */
record Scope(String type, Map<String, Template> values, Map<String, ExpressionTree> locals, int depth) {

    static Scope of(String type, Tree method) {
        return new Scope(type, Map.of(), localsOf(method), 0);
    }

    Scope inside(String inner, Map<String, Template> arguments, Tree method) {
        return new Scope(inner, arguments, localsOf(method), depth + 1);
    }

    private static Map<String, ExpressionTree> localsOf(Tree method) {
        Map<String, ExpressionTree> locals = new HashMap<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void unused) {
                if (variable.getInitializer() != null) {
                    locals.put(variable.getName().toString(), variable.getInitializer());
                }
                return super.visitVariable(variable, unused);
            }
        }.scan(method, null);
        return locals;
    }
}
