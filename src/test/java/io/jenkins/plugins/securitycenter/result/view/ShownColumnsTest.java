package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Totals;
import org.junit.jupiter.api.Test;

class ShownColumnsTest {

    private static final Totals SOME = new Totals(0, 1, 0, 0, 2);
    private static final StateCounts MIXED = new StateCounts(true, SOME, SOME, SOME, SOME, Totals.NONE);
    private static final StateCounts ALL_NEW = new StateCounts(true, SOME, SOME, Totals.NONE, SOME, Totals.NONE);
    private static final StateCounts FIRST =
            new StateCounts(false, SOME, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE);

    @Test
    void leavesOutAChangeThatAllRowsHave() {
        assertThat(shown("", MIXED).change()).isTrue();
        assertThat(shown("", ALL_NEW).change()).isFalse();
        assertThat(shown("", FIRST).change()).isFalse();
        assertThat(shown("change=new", MIXED).change()).isFalse();
        assertThat(shown("change=new&change=fixed", ALL_NEW).change()).isTrue();
        assertThat(shown("sort=change", FIRST).change()).isTrue();
    }

    @Test
    void leavesOutWhatTheFilterSets() {
        assertThat(shown("", MIXED).severity()).isTrue();
        assertThat(shown("severity=high&severity=low", MIXED).severity()).isTrue();
        assertThat(shown("severity=high", MIXED).severity()).isFalse();
        assertThat(shown("", MIXED).host()).isTrue();
        assertThat(shown("host=192.0.2.1", MIXED).host()).isFalse();
        assertThat(shown("", MIXED).port()).isTrue();
        assertThat(shown("port=443", MIXED).port()).isFalse();
    }

    private static ShownColumns shown(String query, StateCounts counts) {
        return new ShownColumns(Queries.parse(query), counts);
    }
}
