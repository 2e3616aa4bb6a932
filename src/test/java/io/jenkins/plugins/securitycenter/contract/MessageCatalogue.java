package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All sentences of the plugin, with example values. */
final class MessageCatalogue {

    /** A sentence as users see it, and the file that it is in. */
    record Message(String text, String file, boolean failure) {}

    private static final String ROOT = "io.jenkins.plugins.securitycenter.";

    private final Examples examples = new Examples();
    private final Set<String> missing = new TreeSet<>();
    private final TreeMap<String, List<Message>> messages = new TreeMap<>();
    private final TreeMap<String, Set<String>> labels;

    private MessageCatalogue(Sentences sentences) throws IOException {
        for (Sentences.Sentence sentence : sentences.all()) {
            List<Message> section = messages.computeIfAbsent(sentence.packageName(), key -> new ArrayList<>());
            sentence.template()
                    .render(expression -> example(expression, sentence.file()))
                    .forEach(text -> section.add(new Message(text.strip(), sentence.file(), sentence.failure())));
        }
        labels = new Labels(sentences, examples, argument -> example(argument, "Messages.properties")).byPackage();
    }

    static MessageCatalogue ofSources() throws IOException {
        return new MessageCatalogue(new Sentences(Sources.read()));
    }

    /** What to add to the examples; empty when each placeholder has one. */
    Set<String> missing() {
        return missing;
    }

    /** The sentences of the sources, and the labels and sentences of the resources. */
    List<Message> messages() {
        List<Message> all = new ArrayList<>();
        messages.values().forEach(all::addAll);
        labels.forEach((name, texts) ->
                texts.forEach(text -> all.add(new Message(text, "labels of " + name.replace(ROOT, ""), false))));
        return all;
    }

    private Set<String> packages() {
        Set<String> packages = new TreeSet<>(messages.keySet());
        packages.addAll(labels.keySet());
        return packages;
    }

    /** The page for reviewers and users. */
    String markdown(String command) {
        StringBuilder page = new StringBuilder("""
                # Messages

                All messages and labels of the plugin with example values, by package. An entry that begins with a lower-case
                letter is a part of other messages.

                Generated from the sources; do not edit. To generate it again, run
                `%s`.
                """.formatted(command));
        for (String name : packages()) {
            page.append("\n## ").append(name.replace(ROOT, "")).append('\n');
            Set<String> texts = new LinkedHashSet<>();
            messages.getOrDefault(name, List.of()).forEach(message -> texts.add(message.text()));
            section(page, "", texts);
            section(page, "### Labels\n", labels.getOrDefault(name, Set.of()));
        }
        return page.toString();
    }

    private static void section(StringBuilder page, String title, Set<String> texts) {
        if (!texts.isEmpty()) {
            page.append(title.isEmpty() ? "" : "\n" + title).append('\n');
            texts.forEach(text -> page.append("- ").append(escaped(text)).append('\n'));
        }
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_<>\\[\\]#|]", "\\\\$0").replaceAll("\\R\\s*", " ");
    }

    private String example(Tree expression, String file) {
        return examples.of(expression, file).orElseGet(() -> {
            missing.add("Add an example for \"" + expression + "\" (" + file + ") to " + Examples.FILE + ".");
            return "?";
        });
    }
}
