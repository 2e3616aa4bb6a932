package io.jenkins.plugins.securitycenter.contract;

import com.sun.source.tree.Tree;
import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The English sentences and labels of the properties files and the Jelly files, by package. */
final class Labels {

    private static final Pattern LABEL = Pattern.compile("\\$\\{%([^}(]+)(?:\\((.*?)\\))?}");
    private static final Path RESOURCES = Pom.repository().resolve("src/main/resources");
    private static final String ROOT = "io.jenkins.plugins.securitycenter.";

    private final Sentences sentences;
    private final Examples examples;
    private final Function<Tree, String> example;
    private final TreeMap<String, Set<String>> labels = new TreeMap<>();

    Labels(Sentences sentences, Examples examples, Function<Tree, String> example) throws IOException {
        this.sentences = sentences;
        this.examples = examples;
        this.example = example;
        for (Path file : files()) {
            if (file.toString().endsWith(".properties")) {
                read(file);
            } else {
                LABEL.matcher(Files.readString(file))
                        .results()
                        .filter(match ->
                                match.group(2) == null && match.group(1).matches("[A-Z(].*"))
                        .forEach(match -> in(file).add(match.group(1)));
            }
        }
    }

    /** The labels of each package, in the order of the files. */
    TreeMap<String, Set<String>> byPackage() {
        return labels;
    }

    private void read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            List<String> values = new ArrayList<>(
                    sentences.arguments(key).stream().map(example).toList());
            if (values.isEmpty()) {
                values.addAll(jellyArguments(file, key));
            }
            in(file).addAll(filled(properties.getProperty(key), values));
        }
    }

    /** What the Jelly files next to a properties file fill into one of its messages. */
    private List<String> jellyArguments(Path file, String key) throws IOException {
        for (Path jelly : files()) {
            if (jelly.getParent().equals(file.getParent())) {
                Matcher matcher = LABEL.matcher(Files.readString(jelly));
                while (matcher.find()) {
                    if (matcher.group(1).equals(key) && matcher.group(2) != null) {
                        return Arrays.stream(matcher.group(2).split(","))
                                .map(argument ->
                                        argument.replaceFirst("(\\(\\))?$", "").replaceFirst(".*\\.", ""))
                                .map(name -> examples.of(name).orElse(name))
                                .toList();
                    }
                }
            }
        }
        return List.of();
    }

    private static List<String> filled(String text, List<String> values) {
        if (!text.contains("{")) {
            return List.of(text);
        }
        if (!text.contains(",choice,")) {
            return List.of(new MessageFormat(text, Locale.ROOT).format(values.toArray()));
        }
        return Stream.of(1, 3)
                .map(number -> new MessageFormat(text, Locale.ROOT).format(new Object[] {number, number}))
                .toList();
    }

    private Set<String> in(Path file) {
        String folder = RESOURCES.relativize(file.getParent()).toString().replace('/', '.');
        String place = folder.replaceFirst("\\.[A-Z].*|\\.tags$", "");
        return labels.computeIfAbsent(place.isEmpty() ? ROOT : place, key -> new LinkedHashSet<>());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().matches(".*(?<!_de)\\.(jelly|properties)"))
                    .sorted()
                    .toList();
        }
    }
}
