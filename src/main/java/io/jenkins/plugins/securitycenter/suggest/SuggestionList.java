package io.jenkins.plugins.securitycenter.suggest;

import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of one kind that an account can use, or the reason why they are unknown.
 *
 * @param server the name of the server in messages
 * @param all the objects, in the order in which to suggest them
 * @param complete whether the list contains all of them
 * @param problem a sentence for users if they could not be read; empty otherwise
 */
public record SuggestionList(
        SuggestionType kind, String server, List<Suggestion> all, boolean complete, String problem) {

    /** The maximum number of objects that are kept. */
    static final int MOST = 2_000;

    /** The text that a user enters to see all suggestions. */
    private static final String ANYTHING = "*";

    public SuggestionList {
        all = List.copyOf(all);
    }

    static SuggestionList of(SuggestionType kind, String server, List<Suggestion> all) {
        return new SuggestionList(kind, server, all.stream().limit(MOST).toList(), all.size() <= MOST, "");
    }

    /** Returns an empty list with the given problem. */
    public static SuggestionList none(SuggestionType kind, String server, String problem) {
        return new SuggestionList(kind, server, List.of(), false, problem);
    }

    /**
     * Returns suggestions for the entered text: objects that start with it, then objects that contain all of its words,
     * ignoring case; all objects for {@code *}.
     *
     * @param most the maximum number of suggestions
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

    private List<String> texts(Stream<Suggestion> choices, int most) {
        return choices.map(kind::value).distinct().limit(most).toList();
    }

    /**
     * Returns the problem with a name or id in a field, in the sentence with which a build would fail; empty if there
     * is none.
     */
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
            return Optional.of(MessageText.of(e));
        }
    }

    /** Returns the description of the object whose id is in a field, with or without its note; empty if unknown. */
    public Optional<String> described(String id) {
        return all.stream()
                .filter(choice -> kind.byId() && choice.id().equals(AnnotatedValue.remove(id)))
                .map(choice -> choice.name() + ", " + choice.about())
                .findFirst();
    }
}
