package io.jenkins.plugins.securitycenter.contract;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is missing, unused or different in the German texts of bundles, views and help files.
 *
 * @param sources the folder of the Java sources
 * @param resources the folder of the resources
 * @param same the texts that are the same in both languages
 */
record Translations(Path sources, Path resources, Set<String> same) {

    private static final String GERMAN = "_de";
    private static final String PROPERTIES = ".properties";
    private static final String VIEW = ".jelly";
    private static final String MESSAGES = "Messages";

    private static final Pattern VIEW_KEY = Pattern.compile("\\$\\{%([^}(]+)(\\()?|'%([^']+)'");
    private static final Pattern JAVA_KEY = Pattern.compile("\\bMessages(?:\\.|::)_?(\\w+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<!')'(?!')");
    private static final Pattern LITERAL = Pattern.compile("<(code|pre)>(.*?)</\\1>|href=\"([^\"]*)\"", Pattern.DOTALL);

    /** What of a view is no text: comments, the description of a tag, expressions, tags. */
    private static final Pattern NO_TEXT = Pattern.compile(
            "<!--.*?-->|<st:documentation>.*?</st:documentation>|\\$\\{[^}]*}|</?[a-z?](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>",
            Pattern.DOTALL);

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\b(?:title|aria-label|placeholder|label|header|add|progress|alt)=\"([^\"$]+)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** Returns one sentence for each problem. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Path bundle : files(name -> name.equals(MESSAGES + PROPERTIES))) {
            check(bundle, usedInJava(bundle.getParent()), problems);
        }
        for (Path view : files(name -> name.endsWith(VIEW))) {
            Map<String, Boolean> used = usedInView(view);
            Path bundle = renamed(view, VIEW, PROPERTIES);
            used.forEach((key, filled) -> {
                if (filled && !read(bundle).containsKey(key)) {
                    problems.add(name(bundle) + " has no text for " + key);
                }
            });
            check(bundle, used.keySet(), problems);
            plainTexts(view).forEach(text -> problems.add(name(view) + " has a text that is in no bundle: " + text));
        }
        orphans(problems);
        helps(problems);
        unusedSame().forEach(text -> problems.add("no text is the same in both languages: " + text));
        return problems;
    }

    private void check(Path bundle, Set<String> used, List<String> problems) {
        Map<String, String> english = read(bundle);
        Path file = german(bundle, PROPERTIES);
        Map<String, String> german = read(file);
        without(english.keySet(), used).forEach(key -> problems.add(name(bundle) + " has an unused text: " + key));
        without(used, german.keySet()).forEach(key -> problems.add(name(file) + " has no text for " + key));
        without(german.keySet(), used).forEach(key -> problems.add(name(file) + " has an unused text: " + key));
        english.forEach((key, text) -> checkFormat(bundle, key, text, problems));
        german.forEach((key, text) -> {
            String original = english.getOrDefault(key, key);
            checkFormat(file, key, text, problems);
            if (!placeholders(text).equals(placeholders(original))) {
                problems.add(name(file) + " has other placeholders than the English text: " + key);
            }
            if (text.equals(original) && !same.contains(text)) {
                problems.add(name(file) + " has the English text: " + key);
            }
        });
        if (!isAscii(file)) {
            problems.add(name(file) + " has characters that are not escaped");
        }
    }

    /** Both Stapler and the localizer format every text, also one without arguments. */
    private void checkFormat(Path file, String key, String text, List<String> problems) {
        if (APOSTROPHE.matcher(text).find()) {
            problems.add(name(file) + " has a single apostrophe: " + key);
        }
        try {
            new MessageFormat(text, Locale.ROOT);
        } catch (IllegalArgumentException e) {
            problems.add(name(file) + " has a text that is no format: " + key);
        }
    }

    private void orphans(List<String> problems) {
        for (Path file : files(name -> name.endsWith(GERMAN + PROPERTIES))) {
            String view = file.toString().replace(GERMAN + PROPERTIES, "");
            if (!view.endsWith("/" + MESSAGES) && !Files.exists(Path.of(view + VIEW))) {
                problems.add(name(file) + " belongs to no view");
            }
        }
    }

    private void helps(List<String> problems) {
        for (Path help : files(name -> name.matches("help.*\\.html"))) {
            boolean translated = help.toString().endsWith(GERMAN + ".html");
            Path other = translated ? renamed(help, GERMAN + ".html", ".html") : german(help, ".html");
            if (!Files.exists(other)) {
                problems.add(name(help) + " has no " + other.getFileName());
            } else if (!translated) {
                if (!literals(help).equals(literals(other))) {
                    problems.add(name(other) + " has other code or links than " + help.getFileName());
                }
                if (text(help).equals(text(other))) {
                    problems.add(name(other) + " has the English text");
                }
            }
        }
    }

    private Set<String> usedInJava(Path folder) {
        Path java = sources.resolve(resources.relativize(folder));
        if (!Files.isDirectory(java)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(java)) {
            Set<String> methods = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> JAVA_KEY.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
            Set<String> keys = new TreeSet<>(methods);
            for (String key : read(folder.resolve(MESSAGES + PROPERTIES)).keySet()) {
                if (keys.remove(key.replace('.', '_'))) {
                    keys.add(key);
                }
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of a view, with whether something is filled in. */
    private static Map<String, Boolean> usedInView(Path view) {
        Map<String, Boolean> keys = new TreeMap<>();
        Matcher matcher = VIEW_KEY.matcher(text(view));
        while (matcher.find()) {
            String key = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
            keys.merge(key, matcher.group(2) != null, Boolean::logicalOr);
        }
        return keys;
    }

    /** The description of the plugin is not listed: the update center reads it from the file as it is. */
    private List<String> plainTexts(Path view) {
        if (view.getParent().equals(resources)) {
            return List.of();
        }
        String text = text(view);
        Stream<String> attributes = ATTRIBUTE.matcher(text).results().map(match -> match.group(1));
        return Stream.concat(NO_TEXT.splitAsStream(text.replaceAll("&[#\\w]+;", "")), attributes)
                .map(String::strip)
                .filter(part -> WORD.matcher(part).find() && !same.contains(part) && !part.startsWith("http"))
                .toList();
    }

    private Set<String> unusedSame() {
        Set<String> unused = new TreeSet<>(same);
        for (Path file : files(name -> name.endsWith(GERMAN + PROPERTIES))) {
            Map<String, String> english = read(renamed(file, GERMAN + PROPERTIES, PROPERTIES));
            read(file).forEach((key, text) -> {
                if (text.equals(english.getOrDefault(key, key))) {
                    unused.remove(text);
                }
            });
        }
        for (Path view : files(name -> name.endsWith(VIEW))) {
            new Translations(sources, resources, Set.of()).plainTexts(view).forEach(unused::remove);
        }
        return unused;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> literals(Path help) {
        return LITERAL.matcher(text(help))
                .results()
                .map(match -> match.group().replaceAll("\\s+", " "))
                .collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        Set<String> rest = new HashSet<>(keys);
        rest.removeAll(others);
        return new TreeSet<>(rest);
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> texts = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        }
        return texts;
    }

    private static boolean isAscii(Path file) {
        return !Files.exists(file) || text(file).chars().allMatch(character -> character < 128);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path german(Path file, String extension) {
        return renamed(file, extension, GERMAN + extension);
    }

    private static Path renamed(Path file, String from, String to) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - from.length()) + to);
    }

    private String name(Path file) {
        return resources.relativize(file).toString();
    }

    private List<Path> files(Predicate<String> name) {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> name.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
