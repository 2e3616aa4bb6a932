package io.jenkins.plugins.securitycenter.config;

import com.thoughtworks.xstream.converters.DataHolder;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Jenkins leaves out while it reads a stored object: elements that it does not know, and values that do not fit. Jenkins
 * collects the exceptions for the page about old data, and otherwise behaves as if the elements did not exist.
 */
final class ReadErrors {

    /** The key under which Jenkins keeps the exceptions while it reads. */
    private static final String KEY = "ReadError";

    /** Where an exception of XStream says what could not be read. */
    private static final Pattern PATH = Pattern.compile("(?m)^path\\s*: (.+)$");

    private static final int MOST = 3;
    private static final int LONGEST = 200;

    private final List<Throwable> errors;
    private final int before;

    private ReadErrors(List<Throwable> errors) {
        this.errors = errors;
        before = errors.size();
    }

    /** Starts to collect errors. Call it before the object is read. */
    static ReadErrors of(DataHolder context) {
        // Jenkins adds to a list that exists, and forgets the list once it has reported it.
        @SuppressWarnings("unchecked")
        List<Throwable> known = (List<Throwable>) context.get(KEY);
        List<Throwable> errors = known == null ? new ArrayList<>() : known;
        context.put(KEY, errors);
        return new ReadErrors(errors);
    }

    /** Adds what Jenkins ignored without an exception. */
    void add(String element) {
        errors.add(new IllegalArgumentException(element));
    }

    /** Returns the number of errors, those before included. */
    int count() {
        return errors.size();
    }

    /** Names what was left out since; empty if nothing was. */
    Optional<String> leftOut() {
        List<String> all = errors.subList(before, errors.size()).stream()
                .map(ReadErrors::name)
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String more = all.size() > MOST ? " and " + (all.size() - MOST) + " more" : "";
        return Optional.of(all.stream().limit(MOST).collect(Collectors.joining(", ", "", more)));
    }

    private static String name(Throwable error) {
        String message = MessageText.of(error);
        Matcher path = PATH.matcher(message);
        String name = path.find() ? path.group(1) : message.lines().findFirst().orElse("");
        return '"' + MessageText.line(MessageText.shortened(name, LONGEST)) + '"';
    }
}
