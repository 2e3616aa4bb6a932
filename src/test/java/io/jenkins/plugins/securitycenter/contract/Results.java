package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** Finds the expressions that are the value of other trees. */
final class Results {

    private Results() {}

    /** What a body returns, or a switch yields. */
    static List<ExpressionTree> of(Tree tree) {
        List<ExpressionTree> results = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree result, Void unused) {
                return add(result.getExpression());
            }

            @Override
            public Void visitYield(YieldTree result, Void unused) {
                return tree instanceof BlockTree ? null : add(result.getValue());
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
                return null;
            }

            @Override
            public Void visitCase(CaseTree arm, Void unused) {
                return !(tree instanceof BlockTree) && arm.getBody() instanceof ExpressionTree result
                        ? add(result)
                        : super.visitCase(arm, unused);
            }

            private Void add(ExpressionTree result) {
                if (result != null) {
                    results.add(result);
                }
                return null;
            }
        }.scan(tree, null);
        return results;
    }

    /** What {@code map} makes of an optional value; null for other expressions. */
    static ExpressionTree ofMap(ExpressionTree receiver) {
        return receiver instanceof MethodInvocationTree map
                        && Sources.lastName(map).equals("map")
                        && map.getArguments().get(0) instanceof LambdaExpressionTree lambda
                        && lambda.getBody() instanceof ExpressionTree body
                ? body
                : null;
    }
}
