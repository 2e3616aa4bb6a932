package io.jenkins.plugins.securitycenter.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelBranchTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', false",
        "'', 3/5, false",
        "3/5, '', false",
        "3/5, 3/5, false",
        "3/5, 3/6, true",
        "3/5, 13/16, false",
        "3/5, 3/5 8/11, false",
        "3/5 8/11, 3/5 8/12, true",
        "3/5 8/11, 3/6, true",
        "3/5 8/11, 3/6 9/12, true",
        "3/5 8/11, 3/5 18/21, false",
    })
    void knowsWhichBranchesRunAtTheSameTime(String one, String other, boolean concurrent) {
        ParallelBranch branch = ParallelBranch.of(one);
        assertThat(branch.concurrent(ParallelBranch.of(other))).isEqualTo(concurrent);
        assertThat(ParallelBranch.of(other).concurrent(branch)).isEqualTo(concurrent);
    }

    @Test
    void isStoredAsText() {
        ParallelBranch branch = ParallelBranch.of("3/5 8/11");

        assertThat(branch.path()).containsExactly("3/5", "8/11");
        assertThat(branch.text()).isEqualTo("3/5 8/11");
        assertThat(ParallelBranch.of("")).isEqualTo(ParallelBranch.NONE);
    }
}
