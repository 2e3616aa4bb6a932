package io.jenkins.plugins.securitycenter.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SectionInputTest {

    private final SectionInput input = new SectionInput(new byte[] {1, -1, 3, 4, 5}, 4);

    @Test
    void endsWithTheSection() throws IOException {
        assertThat(input.readAllBytes()).containsExactly(1, -1, 3, 4);
        assertThat(input.available()).isZero();
        assertThat(input.read()).isEqualTo(-1);
        assertThat(input.read(new byte[1], 0, 1)).isEqualTo(-1);
        assertThat(input.read(new byte[1], 0, 0)).isZero();
    }

    @Test
    void readsSingleBytesWithoutSign() {
        assertThat(input.read()).isEqualTo(1);
        assertThat(input.read()).isEqualTo(255);
        assertThat(input.available()).isEqualTo(2);
    }

    @Test
    void readsToAPlaceInAnArray() {
        byte[] target = new byte[4];

        assertThat(input.read(target, 1, 2)).isEqualTo(2);
        assertThat(target).containsExactly(0, 1, -1, 0);
        assertThat(input.read(target, 0, 4)).isEqualTo(2);
        assertThatThrownBy(() -> input.read(target, 3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void failsBeyondTheEnd() {
        DataInputStream in = new DataInputStream(input);

        assertThatThrownBy(in::readLong).isInstanceOf(EOFException.class);
    }
}
