package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.ExpressionTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence with placeholders and alternatives. */
record Template(List<Piece> pieces) {

    /** A part of a sentence. */
    sealed interface Piece {}

    record Text(String text) implements Piece {}

    /** A placeholder. */
    record Hole(ExpressionTree expression) implements Piece {}

    record Choice(List<Template> alternatives) implements Piece {}

    /** Stands in the alternative for the number one: the number before it becomes 1. */
    private static final String ONE = "\u0001";

    private static final Pattern SINGULAR = Pattern.compile("\\d[\\d,.]*(?=\\D*" + ONE + ")");

    static Template text(String text) {
        return new Template(List.of(new Text(text)));
    }

    static Template hole(ExpressionTree expression) {
        return new Template(List.of(new Hole(expression)));
    }

    /** The alternatives of a ternary operator, the plural before the singular. */
    static Template ternary(ExpressionTree condition, Template yes, Template no) {
        return comparesWithOne(condition) && yes.beginsWithWord()
                ? new Template(List.of(new Choice(List.of(no, text(ONE).and(yes)))))
                : new Template(List.of(new Choice(List.of(yes, no))));
    }

    static Template choice(List<Template> alternatives) {
        return alternatives.size() == 1 ? alternatives.get(0) : new Template(List.of(new Choice(alternatives)));
    }

    Template and(Template next) {
        List<Piece> all = new ArrayList<>(pieces);
        all.addAll(next.pieces);
        return new Template(all);
    }

    private boolean beginsWithWord() {
        return !pieces.isEmpty()
                && pieces.get(0) instanceof Text first
                && first.text().matches("(?s) ?[a-z].*|");
    }

    /** Whether something else than the template says how it ends. */
    boolean endsWithHole() {
        return !pieces.isEmpty() && pieces.get(pieces.size() - 1) instanceof Hole;
    }

    /** Whether it has words of its own. */
    boolean hasText() {
        return pieces.stream()
                .anyMatch(piece -> piece instanceof Text
                        || piece instanceof Choice choice
                                && choice.alternatives().stream().anyMatch(Template::hasText));
    }

    /** The sentences; each alternative of each choice is in at least one of them. */
    Set<String> render(Function<ExpressionTree, String> examples) {
        return variants(examples).stream()
                .map(text -> SINGULAR.matcher(text).replaceFirst("1").replace(ONE, ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> variants(Function<ExpressionTree, String> examples) {
        List<List<String>> parts = pieces.stream()
                .map(piece -> List.copyOf(variants(piece, examples)))
                .toList();
        Set<String> all = new LinkedHashSet<>();
        all.add(joined(parts, -1, ""));
        for (int i = 0; i < parts.size(); i++) {
            for (String part : parts.get(i)) {
                all.add(joined(parts, i, part));
            }
        }
        return all;
    }

    private static Set<String> variants(Piece piece, Function<ExpressionTree, String> examples) {
        Set<String> all = new LinkedHashSet<>();
        if (piece instanceof Text text) {
            all.add(text.text());
        } else if (piece instanceof Hole hole) {
            all.add(examples.apply(hole.expression()));
        } else if (piece instanceof Choice choice) {
            choice.alternatives().forEach(one -> all.addAll(one.variants(examples)));
        }
        return all;
    }

    private static String joined(List<List<String>> parts, int changed, String part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == changed ? part : parts.get(i).get(0));
        }
        return text.toString();
    }

    private static boolean comparesWithOne(ExpressionTree condition) {
        return condition.toString().matches("[^&|]* == 1L?|[^&|]*\\.equals\\(\"1\"\\)");
    }
}
