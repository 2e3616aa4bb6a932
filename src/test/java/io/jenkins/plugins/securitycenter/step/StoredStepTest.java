package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredStepTest {

    private static final String STORED_CLASSES =
            "src/test/resources/io/jenkins/plugins/securitycenter/contract/stored-classes.txt";

    static Stream<SecurityCenterStep> steps() {
        return Stream.concat(TaskStepTest.steps(), Stream.of(new SessionStep("")));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void refusesWhatJenkinsCouldNotRead(SecurityCenterStep step) throws Exception {
        step.checkComplete();
        converter(step).complete(step, Optional.empty());
        step.checkComplete();
        assertThat(step.getProblem()).isNull();

        converter(step).complete(step, Optional.of("\"gate\""));

        assertThatIllegalArgumentException()
                .isThrownBy(step::checkComplete)
                .withMessage("The stored configuration of the step is not understood: \"gate\"; correct config.xml, or"
                        + " check the step in the configuration of the job and save it.");
        assertThat(step.getProblem()).contains("\"gate\"");
    }

    /** Returns the converter of the step, which Jenkins finds by its name and creates with this constructor. */
    private static StoredStepConverter converter(SecurityCenterStep step) throws Exception {
        Class<?> type = Class.forName(step.getClass().getName() + "$ConverterImpl");
        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        assertThat(type.getConstructors()).hasSize(1);
        return (StoredStepConverter) type.getConstructors()[0].newInstance(new XStream2());
    }

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

    @Test
    void namesAThresholdThatIsMissing() throws Exception {
        String sentence =
                "threshold is missing; use the number of findings that violates the gate, a whole number from 1"
                        + " to 1000000000.";
        GateRule gate = new GateRule(1, "High", "new");
        Field field = GateRule.class.getDeclaredField("threshold");
        field.setAccessible(true);
        field.set(gate, null);
        assertThat(gate.getThreshold()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gate.gate(UnaryOperator.identity()))
                .withMessage(sentence);
        GateRule.DescriptorImpl gates = new GateRule.DescriptorImpl();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gates.customInstantiate(Map.of("severity", "High", "type", "new")))
                .withMessage(sentence);
    }
}
