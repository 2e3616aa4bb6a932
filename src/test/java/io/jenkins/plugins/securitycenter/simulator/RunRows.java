package io.jenkins.plugins.securitycenter.simulator;

import java.util.stream.IntStream;

/** The findings of one run, in one of the views of the individual data source. */
final class RunRows implements Rows {
    private final Run run;
    private final View view;
    private final int count;
    private final int[] slots;

    /** What of a run is asked for. */
    enum View {
        /** Everything that the run found. */
        ALL,
        /** What the run before did not have. */
        NEW,
        /** What the run before had and this one does not. */
        PATCHED
    }

    RunRows(Run run, int count, View view) {
        this.run = run;
        this.view = view;
        this.count = count;
        slots = view == View.ALL ? new int[0] : changedSlots();
    }

    private int[] changedSlots() {
        Run.Findings data = run.data();
        return IntStream.range(0, count)
                .filter(slot -> data.population().changed(slot, data.generation()))
                .toArray();
    }

    @Override
    public int size() {
        return view == View.ALL ? count : slots.length;
    }

    @Override
    public Row row(int index) {
        int slot = view == View.ALL ? index : slots[index];
        int version = run.data().population().version(slot, run.data().generation());
        return new Row(run, slot, view == View.PATCHED ? version - 1 : version);
    }

    @Override
    public String key() {
        return run.id() + view + count;
    }
}
