package io.jenkins.plugins.securitycenter.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;

/** A parsed pipeline: what it calls, and what it reads of the results of steps. */
final class Script {

    /**
     * A call of a step, with its arguments as values.
     *
     * @param single the only argument if it has no name; null for none
     * @param declarative whether it is directly in the steps of a declarative pipeline
     */
    record Call(String name, Map<String, Object> arguments, Object single, boolean declarative) {}

    private final List<Call> calls = new ArrayList<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> results = new HashSet<>();
    private boolean declarative;

    private Script(ModuleNode module) {
        Visitor visitor = new Visitor();
        module.getStatementBlock().visit(visitor);
        for (MethodNode method : module.getMethods()) {
            method.getCode().visit(visitor);
            others.remove(method.getName());
        }
    }

    /** @throws org.codehaus.groovy.control.CompilationFailedException if the text is not Groovy */
    static Script parse(String text) {
        SourceUnit unit = SourceUnit.create("Jenkinsfile", text);
        unit.parse();
        unit.completePhase();
        unit.nextPhase();
        unit.convert();
        return new Script(unit.getAST());
    }

    /** The calls of steps of the plugin. */
    List<Call> calls() {
        return calls;
    }

    /** The other functions that are called. */
    Set<String> others() {
        return others;
    }

    /** The keys that are read of what steps of the plugin return. */
    Set<String> keys() {
        return keys;
    }

    private final class Visitor extends CodeVisitorSupport {

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            String name = call.getMethodAsString();
            if (!call.isImplicitThis()) {
                super.visitMethodCallExpression(call);
            } else if (Steps.isStep(name)) {
                Map<String, Object> task = taskOfJobDsl(call);
                calls.add(
                        task == null
                                ? call(name, call.getArguments(), declarative)
                                : new Call(name, task, null, false));
                if (task == null) {
                    super.visitMethodCallExpression(call);
                }
            } else {
                others.add(name);
                boolean outside = declarative;
                declarative = name.equals("pipeline") || declarative && !name.equals("script");
                super.visitMethodCallExpression(call);
                declarative = outside;
            }
        }

        @Override
        public void visitDeclarationExpression(DeclarationExpression declaration) {
            visitBinaryExpression(declaration);
        }

        @Override
        public void visitBinaryExpression(BinaryExpression binary) {
            if (binary.getOperation().getText().equals("=")
                    && binary.getLeftExpression() instanceof VariableExpression variable
                    && isResult(binary.getRightExpression())) {
                results.add(variable.getName());
            }
            super.visitBinaryExpression(binary);
        }

        @Override
        public void visitForLoop(ForStatement loop) {
            if (isResult(loop.getCollectionExpression())) {
                results.add(loop.getVariable().getName());
            }
            super.visitForLoop(loop);
        }

        @Override
        public void visitPropertyExpression(PropertyExpression property) {
            if (isResult(property)) {
                keys.add(property.getPropertyAsString());
            }
            super.visitPropertyExpression(property);
        }
    }

    /** Whether an expression is the result of a step, or a part of it that the plugin names. */
    private boolean isResult(Expression expression) {
        if (expression instanceof PropertyExpression property) {
            return isResult(property.getObjectExpression())
                    && !(property.getObjectExpression() instanceof PropertyExpression outer
                            && "response".equals(outer.getPropertyAsString()));
        }
        return expression instanceof VariableExpression variable && results.contains(variable.getName())
                || expression instanceof MethodCallExpression call
                        && call.isImplicitThis()
                        && Steps.isStep(call.getMethodAsString());
    }

    private static Call call(String name, Expression arguments, boolean declarative) {
        Map<String, Object> named = new LinkedHashMap<>();
        Object single = null;
        for (Expression argument : ((TupleExpression) arguments).getExpressions()) {
            if (argument instanceof MapExpression map) {
                named.putAll(map(map));
            } else if (!(argument instanceof ClosureExpression)) {
                single = value(argument);
            }
        }
        return new Call(name, named, single, declarative);
    }

    /** What {@code securityCenterScan { task { scan('x') } }} of Job DSL sets; null if it is no such call. */
    private static Map<String, Object> taskOfJobDsl(MethodCallExpression call) {
        List<MethodCallExpression> inside = callsOfClosure(call);
        if (inside.size() != 1 || !"task".equals(inside.get(0).getMethodAsString())) {
            return null;
        }
        Map<String, Object> task = new LinkedHashMap<>();
        callsOfClosure(inside.get(0))
                .forEach(setter -> task.put(
                        setter.getMethodAsString(),
                        call(setter.getMethodAsString(), setter.getArguments(), false)
                                .single()));
        return task;
    }

    /** The statements of a closure that is the last argument. */
    private static List<MethodCallExpression> callsOfClosure(MethodCallExpression call) {
        List<Expression> arguments = ((TupleExpression) call.getArguments()).getExpressions();
        List<MethodCallExpression> calls = new ArrayList<>();
        if (!arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof ClosureExpression closure) {
            for (Statement statement : ((BlockStatement) closure.getCode()).getStatements()) {
                if (statement instanceof ExpressionStatement one
                        && one.getExpression() instanceof MethodCallExpression inner) {
                    calls.add(inner);
                }
            }
        }
        return calls;
    }

    private static Map<String, Object> map(MapExpression map) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.getMapEntryExpressions()
                .forEach(entry -> values.put(entry.getKeyExpression().getText(), value(entry.getValueExpression())));
        return values;
    }

    private static Object value(Expression expression) {
        if (expression instanceof ConstantExpression constant) {
            return constant.getValue();
        } else if (expression instanceof ListExpression list) {
            return list.getExpressions().stream().map(Script::value).toList();
        } else if (expression instanceof MapExpression map) {
            return map(map);
        }
        return expression instanceof GStringExpression text ? text.getText() : Steps.UNKNOWN;
    }
}
