package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.task.AssetContent;
import io.jenkins.plugins.securitycenter.task.AssetTask;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AssetStepTest {

    @Test
    void takesAListOrAText() {
        AssetStep list = new AssetStep(" Agents ");
        list.setAddresses(List.of("192.0.2.1", "192.0.2.2"));
        assertThat(task(list).name()).isEqualTo("Agents");
        assertThat(task(list).content().addresses()).isEqualTo("192.0.2.1\n192.0.2.2");
        AssetStep text = new AssetStep("Agents");
        text.setHostNames("a.example,b.example");
        assertThat(task(text).content().hostNames()).isEqualTo("a.example,b.example");
    }

    @Test
    void takesEmptyTextsForNothing() {
        AssetStep step = new AssetStep("Agents");
        step.setAddresses(" ");
        step.setHostNames("");
        step.setFile(" ");
        step.setDescription("");
        assertThat(step.getAddresses()).isNull();
        assertThat(step.getHostNames()).isNull();
        assertThat(step.getFile()).isNull();
        assertThat(step.getDescription()).isNull();
    }

    @Test
    void expandsVariables() {
        AssetStep step = new AssetStep("Agents of $JOB");
        step.setAddresses("$ADDRESSES");
        AssetTask task = step.task(text -> text.replace("$JOB", "x").replace("$ADDRESSES", "192.0.2.1,192.0.2.2"));
        assertThat(task.name()).isEqualTo("Agents of x");
        assertThat(task.content().addresses()).isEqualTo("192.0.2.1,192.0.2.2");
    }

    @Test
    void doesNotLeaveOutAHostThatIsNotSet() {
        AssetStep step = new AssetStep("Web");
        step.setHostNames(Arrays.asList("web.example.com", null));
        String hostNames = task(step).content().hostNames();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssetContent.hostNames(hostNames))
                .withMessageContaining("\"null\" is not a valid address or host name");
    }

    @Test
    void wantsAName() {
        AssetStep step = new AssetStep(null);
        step.setFile("hosts.txt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task(step))
                .withMessage("name is empty; enter the name of an asset list.");
    }

    private static AssetTask task(AssetStep step) {
        return step.task(UnaryOperator.identity());
    }
}
