package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the sentences in the Java sources: texts and concatenations that have words in them. */
final class Sentences {

    /** @param failure whether it is the whole message of an exception */
    record Sentence(String packageName, String file, Template template, boolean failure) {}

    private record Candidate(Tree tree, Sentence sentence) {}

    /** At least two words; three when there is nothing else and no capital letter. */
    private static final Pattern WORDS = Pattern.compile("(?s).*[A-Za-z]{2,}[,;:]? .*");

    private static final Pattern PHRASE = Pattern.compile("[a-z]+ [a-z]+");
    private static final Pattern NO_SENTENCE = Pattern.compile(
            "(?s).*(</?[a-z]+[ >/]|\\\\[wdsSp]|\\(\\?|\\[\\^|=\\w+;|; filename=|default-src|no-store|yyyy|\\A[A-Z]+ /).*");
    private static final Set<String> QUIET_LEVELS = Set.of("FINE", "FINER", "FINEST", "CONFIG");
    private static final Set<String> NOT_SHOWN = Set.of(
            "compile",
            "matches",
            "replaceAll",
            "requireNonNull",
            "header",
            "setHeader",
            "addHeader",
            "contains",
            "startsWith",
            "endsWith",
            "equals",
            "equalsIgnoreCase",
            "ofPattern");

    private final Sources sources;
    private final Expressions expressions;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, List<ExpressionTree>> messageArguments = new HashMap<>();

    Sentences(Sources sources) {
        this.sources = sources;
        this.expressions = new Expressions(sources);
        sources.units().forEach(unit -> new Scan(unit).scan(unit, null));
    }

    /** All sentences in the order of the sources; what is a part of another one is not listed apart. */
    List<Sentence> all() {
        return candidates.stream()
                .filter(candidate -> !expressions.isPart(candidate.tree()))
                .map(Candidate::sentence)
                .toList();
    }

    /** What the sources fill into a message of a properties file; empty when it has no placeholders. */
    List<ExpressionTree> arguments(String key) {
        return messageArguments.getOrDefault(key.replace('.', '_'), List.of());
    }

    private final class Scan extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;

        Scan(CompilationUnitTree unit) {
            this.unit = unit;
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void unused) {
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            String name = Sources.lastName(call);
            List<? extends ExpressionTree> arguments = call.getArguments();
            if (call.getMethodSelect().toString().startsWith("Messages.")) {
                messageArguments.putIfAbsent(name.replaceFirst("^_", ""), List.copyOf(arguments));
            }
            if (NOT_SHOWN.contains(name)
                    || name.equals("log") && QUIET_LEVELS.contains(Sources.lastName(arguments.get(0)))) {
                return null;
            }
            if (name.equals("format") || name.equals("formatted")) {
                add(call);
            }
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void unused) {
            if (sum.getKind() == Tree.Kind.PLUS && !isPlus(getCurrentPath().getParentPath())) {
                add(sum);
            }
            return super.visitBinary(sum, unused);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            if (Expressions.isText(literal) && !isPlus(getCurrentPath().getParentPath())) {
                add(literal);
            }
            return null;
        }

        private void add(ExpressionTree expression) {
            Template template = expressions.template(expression, scope());
            if (Expressions.isText(expression)
                    && enclosing(MethodInvocationTree.class) instanceof MethodInvocationTree call) {
                template = filledIn(template, call);
            }
            String words = template.render(hole -> "0").iterator().next().strip();
            if (WORDS.matcher(words).matches()
                    && !PHRASE.matcher(words).matches()
                    && !NO_SENTENCE.matcher(words).matches()) {
                String place = unit.getPackageName().toString();
                candidates.add(new Candidate(
                        expression,
                        new Sentence(
                                place, Sources.fileName(unit), template, isFailure() && !template.endsWithHole())));
            }
        }

        /** The text of a log line with what stands behind it in the place of {0} and {1}. */
        private static Template filledIn(Template template, MethodInvocationTree call) {
            String text = template.render(hole -> "").iterator().next();
            List<? extends ExpressionTree> values = call.getArguments();
            if (values.size() == 3 && values.get(2) instanceof NewArrayTree array) {
                values = array.getInitializers();
            } else {
                values = values.subList(Math.min(2, values.size()), values.size());
            }
            Template filled = new Template(List.of());
            for (String part : text.split("(?=\\{\\d})|(?<=\\{\\d})")) {
                int value = part.matches("\\{\\d}") ? part.charAt(1) - '0' : Integer.MAX_VALUE;
                filled = filled.and(value < values.size() ? Template.hole(values.get(value)) : Template.text(part));
            }
            return filled;
        }

        private Scope scope() {
            return Scope.of(Sources.type(getCurrentPath()), enclosing(MethodTree.class));
        }

        private Tree enclosing(Class<? extends Tree> kind) {
            TreePath path = getCurrentPath();
            while (path != null && !kind.isInstance(path.getLeaf())) {
                path = path.getParentPath();
            }
            return path == null ? null : path.getLeaf();
        }

        private boolean isFailure() {
            Tree around = getCurrentPath().getParentPath().getLeaf();
            return around instanceof NewClassTree created
                    && created.getIdentifier().toString().endsWith("Exception");
        }

        private static boolean isPlus(TreePath path) {
            Tree tree = path.getLeaf();
            return switch (tree.getKind()) {
                case PLUS -> true;
                case PARENTHESIZED -> isPlus(path.getParentPath());
                default -> false;
            };
        }
    }
}
