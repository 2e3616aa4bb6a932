package io.jenkins.plugins.securitycenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No regular expression of the plugin takes more than a few steps for each character of any text, nor more stack. */
class PatternsTest {

    private static final int LENGTH = 3_000;
    /** Where a stack frame for each part would be too many. */
    private static final int DEEP = 40_000;

    private static final int STEPS_PER_CHARACTER = 200;

    private static final List<String> STARTS = List.of("", "/", "https://", "$", "${", "[jenkins a ", "<", "0");
    private static final List<String> PARTS = List.of(
            "a",
            "0",
            ":",
            "f:",
            ".",
            "..",
            ". ",
            "/",
            "/a",
            "//",
            "/.",
            "/rest",
            "[",
            "[]",
            "](",
            "[jenkins a ",
            "{",
            "{a",
            "{}",
            "$",
            "${",
            "${a",
            " ",
            " (",
            "-",
            "1-",
            "1.",
            "_",
            ",",
            ";",
            "\n",
            "#",
            "=",
            "<",
            "<a",
            "\u00e4");
    private static final List<String> ENDS = List.of("", "\u0000", "!", ":");

    static Stream<Arguments> patterns() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(PatternsTest.class.getPackageName())
                        .stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(Pattern.class)
                                && field.getModifiers().contains(JavaModifier.STATIC))
                        .map(field -> Arguments.of(field.getOwner().getSimpleName() + "." + field.getName(), field));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    void takeFewSteps(String name, JavaField field) throws ReflectiveOperationException {
        Field reflected = field.reflect();
        reflected.setAccessible(true);
        Pattern pattern = (Pattern) reflected.get(null);
        for (String part : PARTS) {
            check(pattern, "", part.repeat(DEEP), "");
            for (String start : STARTS) {
                for (String end : ENDS) {
                    check(pattern, start, part.repeat(LENGTH / part.length()), end);
                }
            }
        }
    }

    private static void check(Pattern pattern, String start, String middle, String end) {
        Counted text = new Counted(start + middle + end);
        try {
            pattern.matcher(text).matches();
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                matcher.end();
            }
        } catch (TooManySteps | StackOverflowError e) {
            assertThat(e)
                    .as("%s and \"%s\" \"%s...\" \"%s\"", pattern, start, middle.substring(0, 20), end)
                    .isNull();
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Counted implements CharSequence {

        private final String text;
        private long steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps > (long) STEPS_PER_CHARACTER * text.length()) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
