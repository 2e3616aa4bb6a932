package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.converters.DataHolder;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredElementsTest {

    /** Looks like a step. */
    private static class Step {
        List<@Nullable Object> gates = new ArrayList<>();

        @Nullable
        Object sla;

        @Nullable
        List<String> quality;

        String severity = "High";
        int days = 5;
        boolean abort;
    }

    private final Step step = new Step();
    private final Map<@Nullable Object, @Nullable Object> context = new HashMap<>();
    private final ReadErrors errors = ReadErrors.of((DataHolder) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataHolder.class},
            (proxy, method, values) ->
                    method.getName().equals("get") ? context.get(values[0]) : context.put(values[0], values[1])));

    private Optional<String> leftOut(String xml) {
        XmlTreeReader reader = new XmlTreeReader(xml);
        StoredElements elements = new StoredElements(reader, errors);
        while (elements.hasMoreChildren()) {
            elements.moveDown();
            readNested(reader);
            elements.moveUp();
        }
        elements.compare(step);
        return errors.leftOut();
    }

    /** XStream reads nested objects without the wrapper, and no elements in a string. */
    private static void readNested(XmlTreeReader reader) {
        while (!reader.getNodeName().equals("severity") && reader.hasMoreChildren()) {
            reader.moveDown();
            readNested(reader);
            reader.moveUp();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<task/>",
                "<task plugin=\"securitycenter@1\" class=\"Step\"> <gates/> <severity>High</severity> </task>",
                "<task><gates class=\"array-list\"/><days>5</days></task>",
                "<task><gates class=\"list\"><gate/></gates></task>",
                "<task><gates class=\"java.util.ArrayList\"/><severity/></task>",
                "<task><abort>false</abort></task>",
                "<task><abort> False </abort></task>",
                "<task><gates/><quality/><unreadable>\"x\"</unreadable></task>"
            })
    void acceptsWhatJenkinsReads(String xml) {
        assertThat(leftOut(xml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<task gates=\"1 High\"/>",
                "<task><gates class=\"string\">1 High</gates></task>",
                "<task><gates class=\"linked-hash-map\"/></task>",
                "<task><gates class=\"null\"/></task>",
                "<task><gates>1 High</gates></task>",
                "<task><gates><gate/>1 High</gates></task>"
            })
    void namesGatesThatWouldBeNone(String xml) {
        assertThat(leftOut(xml)).contains("\"gates\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<abort>yes</abort>", "<abort>1</abort>", "<abort> true </abort>", "<abort/>"})
    void namesWordsThatWouldBeFalse(String element) {
        assertThat(leftOut("<task>" + element + "</task>")).contains("\"abort\"");
    }

    @Test
    void namesUnknownAttributes() {
        assertThat(leftOut("<task><gates severity=\"High\"/></task>")).contains("\"severity\"");
    }

    @Test
    void namesTextNextToElements() {
        assertThat(leftOut("<task>1 High<days>5</days>new</task>")).contains("\"task\"");
    }

    @Test
    void namesItemsThatAreNull() {
        step.gates.addAll(Arrays.asList("gate", null));

        assertThat(leftOut("<task><gates><gate/><null/></gates></task>")).contains("\"gates\"");
    }

    @Test
    void namesObjectsThatAreText() {
        assertThat(leftOut("<task><quality>90</quality></task>")).contains("\"quality\"");
    }

    @Test
    void namesTextThatIsAnObject() {
        assertThat(leftOut("<task><severity><string>High</string></severity></task>"))
                .contains("\"severity\"");
    }

    @Test
    void acceptsEveryClassInAFieldOfAnyType() {
        step.sla = new LinkedHashMap<>(Map.of("critical", 5));

        assertThat(leftOut("<task><sla class=\"tree-map\"><entry/></sla></task>"))
                .isEmpty();
    }

    @Test
    void namesOnceWhatJenkinsReports() {
        StoredElements elements = new StoredElements(new XmlTreeReader("<task><quality>90</quality></task>"), errors);
        elements.moveDown();
        errors.add("/task/quality");
        elements.moveUp();

        elements.compare(step);

        assertThat(errors.leftOut()).contains("\"/task/quality\"");
    }
}
