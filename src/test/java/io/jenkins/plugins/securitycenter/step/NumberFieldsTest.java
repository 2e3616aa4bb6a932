package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The number fields of forms that a submitted form is checked for. */
class NumberFieldsTest {

    @Test
    void areThoseOfAllForms() {
        assertThat(SecurityCenterStep.NUMBERS.rules().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                ScanStep.class,
                                VerificationDefinition.class,
                                ReportStep.class,
                                ImportStep.class,
                                GateRule.class,
                                ScanQualityRule.class,
                                FindingExportPaths.class)
                        .flatMap(NumberFieldsTest::fields)
                        .distinct()
                        .toList());
    }

    private static Stream<String> fields(Class<?> form) {
        return Pattern.compile(" field=\"(\\w+)\">\\s*<f:number")
                .matcher(jelly(form))
                .results()
                .map(found -> found.group(1));
    }

    private static String jelly(Class<?> form) {
        try (var stream = form.getResourceAsStream(form.getSimpleName() + "/config.jelly")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
