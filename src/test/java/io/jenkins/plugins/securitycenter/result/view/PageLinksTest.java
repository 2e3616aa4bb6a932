package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLinksTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, [1]",
        "1, 50, [1]",
        "1, 51, [1] 2",
        "3, 250, 1 2 [3] 4 5",
        "1, 500, [1] 2 3 0 10",
        "5, 500, 1 0 3 4 [5] 6 7 0 10",
        "10, 500, 1 0 8 9 [10]",
        "99, 100, 1 2"
    })
    void offersTheEndsAndTheNeighbours(int page, int matching, String steps) {
        assertThat(paging(page, matching).steps().stream()
                        .map(step -> step.current() ? "[" + step.number() + "]" : "" + step.number())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({"1, 120, '', ?page=2", "2, 120, ?, ?page=3", "3, 120, ?page=2, ''", "1, 10, '', ''", "9, 120, '', ''"})
    void leadsToThePageBeforeAndAfter(int page, int matching, String previous, String next) {
        assertThat(paging(page, matching).previous()).isEqualTo(previous);
        assertThat(paging(page, matching).next()).isEqualTo(next);
    }

    @Test
    void offersLengthsOfPages() {
        assertThat(paging(4, 500).lengths())
                .containsExactly(
                        new PageLinks.Length(25, "?size=25", false),
                        new PageLinks.Length(50, "?", true),
                        new PageLinks.Length(100, "?size=100", false),
                        new PageLinks.Length(250, "?size=250", false));
    }

    private static PageLinks paging(int page, int matching) {
        return new PageLinks(TableRequest.FIRST.at(page), matching);
    }
}
