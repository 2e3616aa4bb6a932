package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.converters.DataHolder;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadErrorsTest {

    private final Map<@Nullable Object, @Nullable Object> context = new HashMap<>();
    private final DataHolder holder = (DataHolder) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataHolder.class},
            (proxy, method, values) ->
                    method.getName().equals("get") ? context.get(values[0]) : context.put(values[0], values[1]));

    @Test
    void nothingIsLeftOut() {
        assertThat(ReadErrors.of(holder).leftOut()).isEmpty();
    }

    @Test
    void namesElementsThatAreNotKnown() {
        ReadErrors errors = ReadErrors.of(holder);

        error("scanquality");

        assertThat(errors.leftOut()).contains("\"scanquality\"");
    }

    @Test
    void namesThePathOfValues() {
        ReadErrors errors = ReadErrors.of(holder);

        error("""
                For input string: "abc"
                ---- Debugging information ----
                cause-message       : For input string: "abc"
                path                : /project/publishers/task/scanQuality/authenticatedHosts
                line number         : 12
                -------------------------------""");

        assertThat(errors.leftOut()).contains("\"/project/publishers/task/scanQuality/authenticatedHosts\"");
    }

    @Test
    void countsWhatIsTooMuch() {
        ReadErrors errors = ReadErrors.of(holder);

        List.of("a", "b", "c", "d", "e").forEach(this::error);

        assertThat(errors.leftOut()).contains("\"a\", \"b\", \"c\" and 2 more");
    }

    @Test
    void ignoresWhatOtherPluginsLackedBefore() {
        context.put("ReadError", new ArrayList<>(List.of(new IllegalStateException("another plugin"))));

        ReadErrors errors = ReadErrors.of(holder);
        assertThat(errors.leftOut()).isEmpty();

        error("gate");
        assertThat(errors.leftOut()).contains("\"gate\"");
    }

    @Test
    void knowsWhatJenkinsHasReportedAndForgotten() {
        ReadErrors errors = ReadErrors.of(holder);

        error("gate");
        context.put("ReadError", null);

        assertThat(errors.leftOut()).contains("\"gate\"");
    }

    /** Does what Jenkins does with an exception while it reads. */
    @SuppressWarnings("unchecked")
    private void error(String message) {
        ArrayList<Throwable> known = (ArrayList<Throwable>) context.get("ReadError");
        ArrayList<Throwable> errors = known == null ? new ArrayList<>() : known;
        context.put("ReadError", errors);
        errors.add(new IllegalStateException(message));
    }
}
