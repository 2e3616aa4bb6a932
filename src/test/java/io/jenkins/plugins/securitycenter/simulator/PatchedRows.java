package io.jenkins.plugins.securitycenter.simulator;

import java.util.ArrayList;
import java.util.List;

/** Every finding that earlier runs of the same targets had and that is gone since. */
final class PatchedRows implements Rows {
    private final Run run;
    private final List<Row> rows = new ArrayList<>();

    PatchedRows(Run run) {
        this.run = run;
        for (int slot = 0; slot < run.data().full(); slot++) {
            int version = run.data().population().version(slot, run.data().generation());
            for (int before = 0; before < version; before++) {
                rows.add(new Row(run, slot, before));
            }
        }
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Row row(int index) {
        return rows.get(index);
    }

    @Override
    public String key() {
        return run.id() + "MITIGATED";
    }
}
