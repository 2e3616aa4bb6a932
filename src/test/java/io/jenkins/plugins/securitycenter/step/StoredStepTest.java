package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredStepTest {

    private static final String STORED_CLASSES =
            "src/test/resources/io/jenkins/plugins/securitycenter/contract/stored-classes.txt";

    /** Jenkins 2.572 and newer do not load a job with such a field that has no annotation of that name. */
    @Test
    void fieldsOfAnyTypeAreDeclared() throws Exception {
        List<String> fields = fieldsOfAnyType().toList();
        assertThat(fields).hasSizeGreaterThan(5);
        for (String field : fields) {
            int name = field.lastIndexOf('.');
            assertThat(Class.forName(field.substring(0, name))
                            .getDeclaredField(field.substring(name + 1))
                            .getAnnotations())
                    .as(field)
                    .anyMatch(one -> one.annotationType().getSimpleName().equals("XstreamSafeObjectField"));
        }
    }

    /** Returns the fields of the type Object in configurations; the result of a block is not stored as XML. */
    private static Stream<String> fieldsOfAnyType() throws IOException {
        String[] type = {""};
        return Files.readAllLines(Pom.repository().resolve(STORED_CLASSES)).stream()
                .map(line -> {
                    type[0] = line.startsWith(" ") ? type[0] : line;
                    return line.endsWith(": Object")
                            ? type[0] + "." + line.trim().replace(": Object", "")
                            : "";
                })
                .filter(field -> !field.isEmpty() && !field.startsWith(BlockEnd.class.getName()));
    }
}
