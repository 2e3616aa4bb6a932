package io.jenkins.plugins.securitycenter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences follow the rules of the language, as far as a program can tell. */
class MessageLanguageTest {

    private static final int MOST_WORDS = 40;

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("text or string, not texts", has("\\btexts\\b")),
                Arguments.of("is not a, not is no", has("(?<![Tt]here )\\bis no (?!longer)")),
                Arguments.of("one space", has("\\S  +\\S")),
                Arguments.of("next to or in addition to, not beside", has("\\bbeside\\b")),
                Arguments.of("log, report or notify, not told", has("\\btold\\b")),
                Arguments.of("no relative clause without its noun", has("\\bwhose a\\b")),
                Arguments.of("can, not it is possible", has("\\b[Ii]t is possible\\b")),
                Arguments.of("at most " + MOST_WORDS + " words a sentence", (Predicate<MessageCatalogue.Message>)
                        message -> Stream.of(message.text().split("[.;:] "))
                                .anyMatch(sentence -> sentence.split(" +").length > MOST_WORDS)),
                Arguments.of("a full stop or an address at the end of a failure", (Predicate<MessageCatalogue.Message>)
                        message -> message.failure()
                                && Character.isUpperCase(message.text().charAt(0))
                                && !message.text().matches("(?s).*(\\.|\\?|:|https://\\S+)")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void sentencesFollow(String rule, Predicate<MessageCatalogue.Message> breaks) throws IOException {
        List<String> offenders = MessageCatalogue.ofSources().messages().stream()
                .filter(breaks)
                .map(message -> message.file() + ": " + message.text())
                .toList();
        assertThat(offenders).as(rule).isEmpty();
    }

    private static Predicate<MessageCatalogue.Message> has(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return message -> compiled.matcher(message.text()).find();
    }
}
