package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void areAllOptional() {
        SimulatorOptions options = Arguments.parse().options();
        assertThat(options.listener().https()).isFalse();
        assertThat(options.profile()).isEqualTo(Profile.V6_7);
    }

    @Test
    void areTaken() {
        Arguments arguments = Arguments.parse(
                "--https",
                "--port=0",
                "--profile=5.20",
                "--findings=7",
                "--scan-seconds=3",
                "--import-seconds=4",
                "--session-limit=2",
                "--seed=9",
                "--pem=x.pem");
        SimulatorOptions options = arguments.options();
        assertThat(options.listener()).isEqualTo(new SimulatorOptions.Listener(true, 0, "", false));
        assertThat(options.profile()).isEqualTo(Profile.V5_20);
        assertThat(options.timing()).isEqualTo(new SimulatorOptions.Timing(3, 4));
        assertThat(options.data()).isEqualTo(new SimulatorOptions.Data(9, 7, 5));
        assertThat(options.access().sessionLimit()).isEqualTo(2);
        assertThat(arguments.pem()).hasFileName("x.pem");
    }

    @ParameterizedTest
    @CsvSource({
        "--port=x, The argument --port takes a number from 0 to 65535",
        "--port=70000, The argument --port takes a number",
        "--findings=-1, The argument --findings takes a number",
        "--findings, The argument --findings takes a number",
        "--profile=4, The argument --profile takes 5.8",
        "--https=maybe, The argument --https takes no value",
        "--pem=, The argument --pem takes the name of a file",
        "colour, The argument colour is unknown"
    })
    void areRefusedInOneSentence(String argument, String message) {
        assertThatThrownBy(() -> Arguments.parse(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith(".");
    }
}
