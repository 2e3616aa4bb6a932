package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** GitHub's list of the SARIF properties that it supports, with its limits: {@code github-sarif.json}. */
final class GitHubSarif {

    private static final JsonNode RULES = load();

    private GitHubSarif() {}

    static int compressedBytes() {
        return RULES.get("compressedBytes").intValue();
    }

    /** Fails if GitHub would reject the document, or would not show it as it is meant. */
    static void validate(JsonNode document) {
        List<String> problems = new ArrayList<>();
        for (JsonNode rule : RULES.get("properties")) {
            String path = rule.get("path").textValue();
            check(document, path.substring(1).split("/"), 0, rule, problems);
        }
        assertThat(problems).isEmpty();
    }

    private static void check(JsonNode node, String[] path, int depth, JsonNode rule, List<String> problems) {
        if (depth == path.length) {
            checkValue(node, rule, problems);
        } else if (path[depth].equals("*")) {
            node.forEach(element -> check(element, path, depth + 1, rule, problems));
        } else {
            check(node.path(path[depth]), path, depth + 1, rule, problems);
        }
    }

    private static void checkValue(JsonNode value, JsonNode rule, List<String> problems) {
        boolean wanted =
                rule.path("required").booleanValue() || rule.path("recommended").booleanValue();
        boolean empty = value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.textValue().isBlank();
        boolean wrong = empty
                ? wanted || value.isTextual()
                : value.isTextual()
                                && value.textValue().length()
                                        > rule.path("longest").asInt(Integer.MAX_VALUE)
                        || value.size() > rule.path("most").asInt(Integer.MAX_VALUE)
                        || rule.has("values") && !contains(rule.get("values"), value)
                        || rule.has("above") && !between(value, rule);
        if (wrong) {
            problems.add(rule + " is not kept by " + value);
        }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode allowed : values) {
            if (allowed.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean between(JsonNode value, JsonNode rule) {
        double number = Double.parseDouble(value.textValue());
        return number > rule.get("above").doubleValue()
                && number <= rule.get("upTo").doubleValue();
    }

    private static JsonNode load() {
        try (InputStream stream = GitHubSarif.class.getResourceAsStream("github-sarif.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
