package io.jenkins.plugins.securitycenter.docs;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names that users write in scripts, from the file that {@code StoredNamesTest} compares with the sources. */
final class Declared {

    /** Parameters of every step, which the page of the steps describes once. */
    static final Set<String> COMMON = Set.of("server", "credentialsId");

    private static final String FILE = "src/test/resources/io/jenkins/plugins/securitycenter/contract/script-names.txt";

    /** A step, a symbol or a parameter. */
    record Name(Map<String, Name> parameters) {

        /** The parameter at a path of names. */
        Name at(String... path) {
            Name at = this;
            for (String name : path) {
                at = at.parameters().get(name);
            }
            return at;
        }

        Set<String> names() {
            return parameters.keySet();
        }
    }

    private final Map<String, Name> steps = new TreeMap<>();
    private final Map<String, Name> symbols = new TreeMap<>();
    private final List<Set<String>> maps = new ArrayList<>();
    private final Set<String> variables = new TreeSet<>();

    private Declared(List<String> lines) {
        Deque<Name> open = new ArrayDeque<>();
        for (String line : lines) {
            String[] words = line.strip().split(" ", 3);
            if (line.startsWith(" ")) {
                int depth = line.indexOf(words[0]) / 2;
                while (open.size() > depth) {
                    open.pop();
                }
                Name parameter = new Name(new TreeMap<>());
                open.peek().parameters().put(words[0].replace(":", ""), parameter);
                open.push(parameter);
            } else {
                open.clear();
                open.push(new Name(new TreeMap<>()));
                switch (words[0]) {
                    case "step" -> steps.put(words[1], open.peek());
                    case "symbol" -> symbols.put(words[1], open.peek());
                    case "map" -> maps.add(Arrays.stream(words[2].split(", ")).collect(Collectors.toSet()));
                    case "variable" -> variables.add(words[1]);
                    default -> {
                        // allowed words, which the steps check themselves
                    }
                }
            }
        }
    }

    static Declared read() {
        try {
            return new Declared(Files.readAllLines(Pom.repository().resolve(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Name> steps() {
        return steps;
    }

    Map<String, Name> symbols() {
        return symbols;
    }

    /** The names of all parameters. */
    Set<String> parameters() {
        Set<String> names = new TreeSet<>();
        steps.values().forEach(step -> collect(step, names));
        symbols.values().forEach(symbol -> collect(symbol, names));
        return names;
    }

    private static void collect(Name name, Set<String> names) {
        names.addAll(name.names());
        name.parameters().values().forEach(parameter -> collect(parameter, names));
    }

    Set<String> variables() {
        return variables;
    }

    /** The keys of all maps that steps return, and of the map that has all of these. */
    Set<String> keys(String... some) {
        Set<String> keys = new TreeSet<>();
        maps.stream().filter(map -> map.containsAll(List.of(some))).forEach(keys::addAll);
        keys.remove("other keys");
        return keys;
    }
}
