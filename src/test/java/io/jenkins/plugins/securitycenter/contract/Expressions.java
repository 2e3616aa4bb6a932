package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes templates of expressions. Methods and constants of the plugin that add words to a sentence are looked into, and
 * so are local variables.
 */
final class Expressions {

    private static final int DEEPEST = 6;
    private static final Pattern FORMAT = Pattern.compile("%[-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z%]");

    private final Sources sources;
    private final Set<Tree> used = Collections.newSetFromMap(new IdentityHashMap<>());

    Expressions(Sources sources) {
        this.sources = sources;
    }

    /** Whether a literal or concatenation is a part of another sentence. */
    boolean isPart(Tree tree) {
        return used.contains(tree);
    }

    static boolean isText(Tree tree) {
        return tree instanceof LiteralTree literal && literal.getValue() instanceof String;
    }

    Template template(ExpressionTree expression, Scope scope) {
        if (expression instanceof ParenthesizedTree inner) {
            return template(inner.getExpression(), scope);
        } else if (expression instanceof LiteralTree literal) {
            return Template.text(String.valueOf(literal.getValue()));
        } else if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            Template both = template(sum.getLeftOperand(), scope).and(template(sum.getRightOperand(), scope));
            use(sum.getLeftOperand());
            use(sum.getRightOperand());
            return words(both) ? both : Template.hole(expression);
        } else if (expression instanceof ConditionalExpressionTree ternary) {
            return Template.ternary(
                    unwrapped(ternary.getCondition()),
                    template(ternary.getTrueExpression(), scope),
                    template(ternary.getFalseExpression(), scope));
        } else if (expression instanceof SwitchExpressionTree) {
            return withWords(Results.of(expression), scope, expression);
        } else if (expression instanceof IdentifierTree name) {
            return named(name, scope);
        } else if (expression instanceof MemberSelectTree select && select.getExpression() instanceof IdentifierTree) {
            return constant(
                    select.getExpression().toString(), select.getIdentifier().toString(), expression, scope);
        }
        return expression instanceof MethodInvocationTree call ? call(call, scope) : Template.hole(expression);
    }

    private static boolean words(Template template) {
        return template.pieces().stream()
                .anyMatch(piece ->
                        piece instanceof Template.Text text && !text.text().matches("-?\\d+")
                                || piece instanceof Template.Choice && template.hasText());
    }

    private static ExpressionTree unwrapped(ExpressionTree expression) {
        return expression instanceof ParenthesizedTree inner ? unwrapped(inner.getExpression()) : expression;
    }

    private Template named(IdentifierTree identifier, Scope scope) {
        String name = identifier.getName().toString();
        Template value = scope.values().get(name);
        if (value != null) {
            return value.hasText() || value.pieces().size() > 1 ? value : Template.hole(identifier);
        }
        ExpressionTree local = scope.locals().get(name);
        return local == null || scope.depth() > DEEPEST
                ? constant(scope.type(), name, identifier, scope)
                : withWords(List.of(local), scope.inside(scope.type(), scope.values(), null), identifier);
    }

    private Template constant(String type, String name, ExpressionTree instead, Scope scope) {
        Sources.Member<ExpressionTree> constant = sources.constant(type, name);
        return constant == null || scope.depth() > DEEPEST
                ? Template.hole(instead)
                : withWords(List.of(constant.tree()), scope.inside(constant.type(), Map.of(), null), instead);
    }

    private Template call(MethodInvocationTree call, Scope scope) {
        String name = Sources.lastName(call);
        List<? extends ExpressionTree> arguments = call.getArguments();
        ExpressionTree receiver =
                call.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression() : null;
        if (receiver != null && name.equals("formatted")) {
            return formatted(receiver, arguments, scope);
        } else if (receiver != null && receiver.toString().equals("String") && name.equals("format")) {
            int format = isText(arguments.get(0)) ? 0 : 1;
            return formatted(arguments.get(format), arguments.subList(format + 1, arguments.size()), scope);
        }
        if (receiver != null && receiver.toString().equals("Digits") && name.equals("grouped")) {
            return template(arguments.get(0), scope);
        }
        if (name.equals("orElse") && Results.ofMap(receiver) != null) {
            return withWords(List.of(Results.ofMap(receiver), arguments.get(0)), scope, call);
        }
        Sources.Member<MethodTree> method =
                sources.method(receiver == null ? scope.type() : receiver.toString(), name, arguments.size());
        if (method == null || scope.depth() > DEEPEST) {
            return Template.hole(call);
        }
        Map<String, Template> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.put(method.tree().getParameters().get(i).getName().toString(), template(arguments.get(i), scope));
        }
        return method.tree().getReturnType().toString().equals("String")
                ? withWords(
                        Results.of(method.tree().getBody()), scope.inside(method.type(), values, method.tree()), call)
                : Template.hole(call);
    }

    private Template formatted(ExpressionTree format, List<? extends ExpressionTree> arguments, Scope scope) {
        String text = template(format, scope).render(hole -> "?").iterator().next();
        Matcher matcher = FORMAT.matcher(text);
        Template template = new Template(List.of());
        int end = 0;
        int next = 0;
        for (MatchResult match : matcher.results().toList()) {
            template = template.and(Template.text(text.substring(end, match.start())));
            boolean percent = match.group().endsWith("%");
            template = template.and(percent ? Template.text("%") : template(arguments.get(next++), scope));
            end = match.end();
        }
        used.add(format);
        return template.and(Template.text(text.substring(end)));
    }

    /** The alternatives, if they say anything; the placeholder otherwise. */
    private Template withWords(List<ExpressionTree> alternatives, Scope scope, ExpressionTree placeholder) {
        Template template = Template.choice(
                alternatives.stream().map(one -> template(one, scope)).toList());
        if (alternatives.isEmpty() || !template.hasText()) {
            return Template.hole(placeholder);
        }
        alternatives.forEach(this::use);
        return template;
    }

    private void use(ExpressionTree expression) {
        used.add(expression);
        if (expression instanceof ParenthesizedTree inner) {
            use(inner.getExpression());
        } else if (expression instanceof ConditionalExpressionTree ternary) {
            use(ternary.getTrueExpression());
            use(ternary.getFalseExpression());
        } else if (expression instanceof SwitchExpressionTree) {
            Results.of(expression).forEach(this::use);
        }
    }
}
