package io.jenkins.plugins.securitycenter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Pom;
import io.jenkins.plugins.securitycenter.docs.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences that docs/troubleshooting.md explains exist, and it explains all failures that need it. */
class TroubleshootingTest {

    /** What the messages of the server say, which the simulator repeats. */
    private static final Path SERVER =
            Pom.repository().resolve("src/test/java/io/jenkins/plugins/securitycenter/simulator/Sources.java");

    private static final Pattern ADVICE = Pattern.compile(
            "(?s).*([;:,.] (add|allow|check|choose|close|copy|create|do not|"
                    + "ask|enter|give|include|leave|name|narrow|paste|put|read|remove|renew|request|retry|save|select|set|specify|start|take|try|use|"
                    + "wait|write)\\b|\\b(must|only|Every) |\\bneeds? |; (\\w+ )?(IDs?|a fingerprint|the account can) ).*",
            Pattern.CASE_INSENSITIVE);

    /** What an {@code UnreadableValueException} puts behind "is not valid; expected". */
    private static final Pattern EXPECTATION = Pattern.compile("(an?|one|yes|the same) .*");

    /** What no user can do anything about, or does not see. */
    private static final List<String> NO_ADVICE = List.of(
            // ends with the build, which says so itself
            "The block has ended.",
            "The build was aborted.",
            "The file transfer was interrupted.",
            "The run was interrupted.",
            // a fault of the plugin, or of Java
            "A comparison without a reference",
            "A run of this kind creates nothing",
            "An address has",
            "An import cannot be stopped.",
            "Could not read the credentials for",
            "Could not write the summary as JSON.",
            "String is not a row",
            "The first pass did not contain",
            "The key store of the client certificate has not been loaded.",
            "Writing to memory failed.",
            // names the value, and nothing else is allowed
            "Path \"/scan/0\" is not valid in a URL.",
            "The findings cannot be stored: they have more than",
            "body contains the number");

    @Test
    void explainedSentencesExist() throws IOException {
        List<String> sentences = sentences(message -> true);
        sentences.add(number(Files.readString(SERVER)));
        assertThat(phrases())
                .isNotEmpty()
                .allSatisfy(phrase -> assertThat(sentences)
                        .as(phrase.pattern())
                        .anyMatch(sentence -> phrase.matcher(sentence).find()));
    }

    @Test
    void failuresSayWhatToDoOrAreExplained() throws IOException {
        List<Pattern> phrases = phrases();
        assertThat(sentences(MessageCatalogue.Message::failure))
                .isNotEmpty()
                .filteredOn(sentence -> !ADVICE.matcher(sentence).matches())
                .filteredOn(sentence -> !EXPECTATION.matcher(sentence).matches())
                .filteredOn(sentence -> NO_ADVICE.stream().noneMatch(sentence::startsWith))
                .filteredOn(sentence -> phrases.stream()
                        .noneMatch(phrase -> phrase.matcher(sentence).find()))
                .as("failures that neither say what to do nor are explained in docs/troubleshooting.md")
                .isEmpty();
    }

    @Test
    void exceptionsAreStillNeeded() throws IOException {
        List<String> sentences = sentences(MessageCatalogue.Message::failure);
        assertThat(NO_ADVICE)
                .allSatisfy(beginning -> assertThat(sentences)
                        .anyMatch(sentence -> sentence.startsWith(beginning)
                                && !ADVICE.matcher(sentence).matches()));
    }

    private static List<String> sentences(Predicate<MessageCatalogue.Message> which) throws IOException {
        return MessageCatalogue.ofSources().messages().stream()
                .filter(which)
                .map(message -> number(message.text()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What the messages in the table contain, as patterns: three dots stand for anything. */
    private static List<Pattern> phrases() {
        return Page.of("docs/troubleshooting.md").table("Troubleshooting", "Message contains").rows().stream()
                .flatMap(row -> Page.code(row.get(0)).stream())
                .map(phrase -> Pattern.compile(Stream.of(number(phrase).split("\\.\\.\\."))
                        .map(String::strip)
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"))))
                .toList();
    }

    /** The numbers in messages are examples. */
    private static String number(String text) {
        return text.replaceAll("\\d+", "0");
    }
}
