package io.jenkins.plugins.securitycenter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plays the corpus again, and what becomes of it when a few bytes are changed: the same ones in each run. */
class CorpusTest {

    private static final int CHANGES = 40;

    @ParameterizedTest
    @EnumSource
    void nothingUndocumentedHappens(FuzzTarget target) throws IOException {
        List<Path> corpus = target.corpus(FuzzMain.corpus());
        assertThat(corpus).isNotEmpty();
        for (Path file : corpus) {
            byte[] input = Files.readAllBytes(file);
            assertThatCode(() -> target.run(input)).as("%s", file).doesNotThrowAnyException();
            for (int seed = 0; seed < CHANGES; seed++) {
                byte[] changed = changed(input, new Random(seed));
                assertThatCode(() -> target.run(changed))
                        .as("%s, change %d", file, seed)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] changed(byte[] input, Random random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(input.length + 1) : input.length;
        byte[] changed = Arrays.copyOf(input, length);
        for (int left = length == 0 ? 0 : random.nextInt(4); left > 0; left--) {
            changed[random.nextInt(length)] = (byte) random.nextInt();
        }
        return changed;
    }
}
