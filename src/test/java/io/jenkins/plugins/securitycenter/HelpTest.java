package io.jenkins.plugins.securitycenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every form has a help text. */
class HelpTest {

    private static final Pattern FIELD = Pattern.compile("<f:entry[^>]* field=\"(\\w+)\"");
    private static final String[] FORMS = {"config.jelly", "credentials.jelly", "connection.jelly"};

    static Stream<JavaClass> formsHaveHelp() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(HelpTest.class.getPackageName())
                        .stream()
                        .filter(type -> Stream.of(FORMS).anyMatch(form -> resource(type, form) != null));
    }

    @ParameterizedTest
    @MethodSource
    void formsHaveHelp(JavaClass type) throws IOException {
        Set<String> fields = new LinkedHashSet<>();
        for (String form : FORMS) {
            Matcher matcher = FIELD.matcher(text(type, form));
            while (matcher.find()) {
                fields.add(matcher.group(1));
            }
        }
        type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith("org.kohsuke.stapler.DataBoundSetter"))
                .map(HelpTest::property)
                .forEach(fields::add);

        assertThat(fields)
                .allSatisfy(field -> assertThat(text(type, "help-" + field + ".html"))
                        .as("help of field %s of %s", field, type.getName())
                        .startsWith("<div>\n")
                        .endsWith("</div>\n")
                        .hasSizeGreaterThan(40));
    }

    private static String property(JavaMethod setter) {
        String name = setter.getName().substring("set".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String text(JavaClass type, String name) throws IOException {
        try (InputStream stream = resource(type, name)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(JavaClass type, String name) {
        return HelpTest.class.getResourceAsStream(
                "/" + type.getName().replace('.', '/').replace('$', '/') + "/" + name);
    }
}
