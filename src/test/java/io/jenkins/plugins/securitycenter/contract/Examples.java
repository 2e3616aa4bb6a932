package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Example values of placeholders, by the last name in an expression, the last word of that name, or the other names in
 * the expression.
 */
final class Examples {

    static final String FILE = "message-examples.properties";

    /** Classes, and methods that say nothing of what they return. */
    private static final Pattern NO_EXAMPLE = Pattern.compile(
            "[A-Z]\\w*[a-z]\\w*|toList|stream|map|collect|get|orElse|trim|strip|join|substring|toString");

    private static final Set<Tree.Kind> ARITHMETIC =
            Set.of(Tree.Kind.MINUS, Tree.Kind.MULTIPLY, Tree.Kind.DIVIDE, Tree.Kind.REMAINDER);

    private final Properties values = new Properties();

    Examples() throws IOException {
        try (Reader reader = new InputStreamReader(Examples.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            values.load(reader);
        }
    }

    /** An example value of an expression in a file; empty when there is none. */
    Optional<String> of(Tree expression, String file) {
        String ofFile = file.replaceFirst("^.*/", "").replace(".java", "") + "/" + expression;
        return value(ofFile).or(() -> of(expression));
    }

    private Optional<String> of(Tree expression) {
        if (ARITHMETIC.contains(expression.getKind())) {
            return Optional.of("3");
        }
        List<String> names = names(expression);
        return Optional.ofNullable(values.getProperty(expression.toString()))
                .or(() -> names.size() < 2 ? Optional.empty() : value(word(names.get(1)) + "." + plain(names.get(0))))
                .or(() -> names.stream().flatMap(name -> of(name).stream()).findFirst());
    }

    /** An example value of something with that name. */
    Optional<String> of(String name) {
        return value(plain(name)).or(() -> value(word(name)));
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    private static String plain(String name) {
        String plain = name.replaceFirst("^(get|to)(?=[A-Z])", "");
        return plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }

    /** The last word of a name: {@code id} of {@code scanResultId}. */
    private static String word(String name) {
        return plain(name).replaceFirst("^.*(_|(?=[A-Z][a-z]+$))", "").toLowerCase(Locale.ROOT);
    }

    /** The names that say what an expression is, the last one first: a called method, what it is called on, arguments. */
    private static List<String> names(Tree expression) {
        List<String> names = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                List<? extends ExpressionTree> arguments = call.getArguments();
                if (arguments.size() == 1 && arguments.get(0) instanceof LiteralTree key) {
                    names.add(key.getValue().toString());
                }
                scan(call.getMethodSelect(), null);
                return scan(arguments, null);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                add(select.getIdentifier().toString());
                return super.visitMemberSelect(select, unused);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
                return add(reference.getName().toString());
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
                return scan(lambda.getBody(), null);
            }

            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void unused) {
                return add(identifier.getName().toString());
            }

            private Void add(String name) {
                if (!NO_EXAMPLE.matcher(name).matches()) {
                    names.add(name);
                }
                return null;
            }
        }.scan(expression, null);
        return names;
    }
}
