package io.jenkins.plugins.securitycenter.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTextTest {

    @Test
    void showsMapsAsLines() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("severity", List.of("High", "Critical"));
        map.put("port", 443);

        assertThat(FormText.of("p", map)).isEqualTo("severity=High,Critical\nport=443");
        assertThat(FormText.of("p", Map.of("a", Map.of("b", 1)))).isEqualTo("{a={b=1}}");
    }

    @Test
    void showsListsAndTexts() {
        assertThat(FormText.of("p", List.of("a", 1))).isEqualTo("a, 1");
        assertThat(FormText.of("p", "a\nb")).isEqualTo("a\nb");
        assertThat(FormText.of("p", null)).isNull();
    }

    @Test
    void showsJson() {
        assertThat(FormText.json("p", Map.of("a", List.of(1)))).isEqualToIgnoringWhitespace("{\"a\": [1]}");
        assertThat(FormText.json("p", "{not JSON")).isEqualTo("{not JSON");
    }
}
