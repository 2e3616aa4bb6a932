package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

class UnreadableValueExceptionTest {

    @Test
    void saysWhereTheValueIs() {
        UnreadableValueException found = new UnreadableValueException("port", TextNode.valueOf("x"), "a port");

        assertThat(found).hasMessage("port \"x\" is not valid; expected a port.");
        assertThat(found.at("of plugin 7 (row 3)"))
                .hasMessage("port \"x\" of plugin 7 (row 3) is not valid; expected a port.")
                .hasCause(found);
    }

    @Test
    void saysThatAValueIsMissing() {
        UnreadableValueException found = new UnreadableValueException("port", MissingNode.getInstance(), "a port");

        assertThat(found.at("(row 3)")).hasMessage("port (row 3) is missing; expected a port.");
    }

    @Test
    void showsAtMostSixtyCharactersOfTheValue() {
        assertThat(new UnreadableValueException("port", TextNode.valueOf("x".repeat(58)), "a port"))
                .hasMessage("port \"" + "x".repeat(58) + "\" is not valid; expected a port.");
        assertThat(new UnreadableValueException("port", TextNode.valueOf("x".repeat(59)), "a port"))
                .hasMessage("port \"" + "x".repeat(59) + "... is not valid; expected a port.");
    }
}
