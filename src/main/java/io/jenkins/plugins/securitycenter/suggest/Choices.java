package io.jenkins.plugins.securitycenter.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one account may use of one kind, or why that is not known.
 *
 * @param server what messages call the server
 * @param all in the order in which to offer them
 * @param complete whether there are no more of them
 * @param problem a sentence for the user when they could not be read; empty otherwise
 */
public record Choices(ChoiceKind kind, String server, List<Choice> all, boolean complete, String problem) {

    /** More are not kept; who has so many knows what they are called. */
    static final int MOST = 2_000;

    /** What a user types who does not know what there is. */
    private static final String ANYTHING = "*";

    public Choices {
        all = List.copyOf(all);
    }

    static Choices of(ChoiceKind kind, String server, List<Choice> all) {
        return new Choices(kind, server, all.stream().limit(MOST).toList(), all.size() <= MOST, "");
    }

    /** None, for that reason. */
    public static Choices none(ChoiceKind kind, String server, String problem) {
        return new Choices(kind, server, List.of(), false, problem);
    }

    /**
     * What a user may have in mind: what begins with the text, then what has all of its words, in any case; everything
     * for {@code *}.
     *
     * @param most the number of suggestions
     */
    public List<String> suggest(String typed, int most) {
        String wanted = typed.trim().toLowerCase(Locale.ROOT);
        if (wanted.equals(ANYTHING)) {
            return texts(all.stream(), most);
        }
        List<String> words = List.of(wanted.split("\\s+"));
        return texts(
                Stream.concat(
                        all.stream().filter(choice -> choice.beginsWith(wanted)),
                        all.stream().filter(choice -> choice.has(words))),
                most);
    }

    private List<String> texts(Stream<Choice> choices, int most) {
        return choices.map(kind::value).distinct().limit(most).toList();
    }

    /** What is doubtful about the name or id that a field holds, in the words with which a build would fail. */
    public Optional<String> doubt(String nameOrId) {
        if (!problem.isEmpty()) {
            return Optional.of(problem);
        }
        if (!complete || kind.byId() || all.stream().anyMatch(choice -> kind.means(nameOrId, choice))) {
            return Optional.empty();
        }
        try {
            kind.kind().find(nameOrId, all, server);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What is behind an id that a field holds, with or without its note, if that is known. */
    public Optional<String> described(String id) {
        return all.stream()
                .filter(choice -> kind.byId() && choice.id().equals(Note.remove(id)))
                .map(choice -> choice.name() + ", " + choice.about())
                .findFirst();
    }
}
