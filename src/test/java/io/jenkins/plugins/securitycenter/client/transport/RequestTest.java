package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.transport.Request.Effect;
import io.jenkins.plugins.securitycenter.client.transport.Request.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestTest {

    @ParameterizedTest
    @EnumSource(Method.class)
    void readsOnlyByGet(Method method) {
        assertThat(Request.of(method, "/scan").repeatable()).isEqualTo(method == Method.GET);
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGES, false, false, MAKES_FILE",
        "READS, true, false, DOWNLOADS",
        "DOWNLOADS, true, true, DOWNLOADS",
        "MAKES_FILE, false, true, MAKES_FILE"
    })
    void isRepeatedAndTimedByItsEffect(Effect effect, boolean repeatable, boolean file, Effect answeredByFile) {
        Request request = Request.get("/x").effect(effect);

        assertThat(request.repeatable()).isEqualTo(repeatable);
        assertThat(request.transfersFile()).isEqualTo(file);
        assertThat(request.answeredByFile().effect()).isEqualTo(answeredByFile);
    }

    @Test
    void keepsItsQueryInOrder() {
        Request request = Request.get("scan")
                .query("z", "1")
                .query("a", "2")
                .query("z", "3")
                .toDo("list");

        assertThat(request.query()).containsExactly(java.util.Map.entry("z", "3"), java.util.Map.entry("a", "2"));
        assertThat(request.path()).isEqualTo("/scan");
        assertThat(request.operation()).isEqualTo("list");
    }

    @Test
    void checksItsPath() {
        assertThatIllegalArgumentException().isThrownBy(() -> Request.get("/scan/../token"));
    }
}
