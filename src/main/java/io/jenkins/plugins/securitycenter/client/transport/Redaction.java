package io.jenkins.plugins.securitycenter.client.transport;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Removes secrets from external text, such as an error message that repeats a header. A very short secret occurs in
 * many words, where it reveals nothing. Only a text that contains it as a separate word is hidden, and then completely,
 * because a mask within a sentence would reveal the secret.
 */
public final class Redaction implements UnaryOperator<String> {

    private static final String MASK = "****";
    private static final String LEFT_OUT = "the message is hidden because it contains the password";

    /** Shorter secrets occur in many words. */
    private static final int SHORT = 4;

    private final List<String> secrets;
    private final List<Pattern> words;

    public Redaction(List<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isBlank() && secret.length() >= SHORT)
                // a mask within a longer secret would leave the rest of it
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.words = secrets.stream()
                .filter(secret -> !secret.isBlank() && secret.length() < SHORT)
                .map(Redaction::word)
                .toList();
    }

    private static Pattern word(String secret) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])");
    }

    @Override
    public String apply(String text) {
        if (words.stream().anyMatch(word -> word.matcher(text).find())) {
            return LEFT_OUT;
        }
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        return clean;
    }
}
