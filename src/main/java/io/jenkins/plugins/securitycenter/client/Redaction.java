package io.jenkins.plugins.securitycenter.client;

import java.util.List;
import java.util.function.UnaryOperator;

/** Takes secrets out of texts that came from outside, such as an error message that repeats a header. */
final class Redaction implements UnaryOperator<String> {

    private static final String MASK = "****";

    private final List<String> secrets;

    Redaction(List<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
    }

    @Override
    public String apply(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        return clean;
    }
}
