package io.jenkins.plugins.securitycenter.simulator;

import java.util.List;
import java.util.stream.IntStream;

/** The findings of one run, in one of the views of the individual data source. */
final class RunRows implements Rows {
    private final Run run;
    private final View view;
    private final int count;
    private final int[] slots;
    private final List<Row> reports;

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
        ScanReports seen = run.data().reports();
        slots = view == View.ALL ? seenSlots(seen) : changedSlots();
        reports = view == View.ALL ? seen.rows(run, count) : List.of();
    }

    private int[] seenSlots(ScanReports seen) {
        return IntStream.range(0, seen.equals(ScanReports.SILENT) ? 0 : count)
                .filter(slot -> seen.shows(own(slot)))
                .toArray();
    }

    private Row own(int slot) {
        return new Row(
                run, slot, run.data().population().version(slot, run.data().generation()));
    }

    private int[] changedSlots() {
        Run.Findings data = run.data();
        return IntStream.range(0, count)
                .filter(slot -> data.population().changed(slot, data.generation()))
                .toArray();
    }

    @Override
    public int size() {
        return all() ? count : slots.length + reports.size();
    }

    @Override
    public Row row(int index) {
        if (!all() && index >= slots.length) {
            return reports.get(index - slots.length);
        }
        int slot = all() ? index : slots[index];
        int version = run.data().population().version(slot, run.data().generation());
        return new Row(run, slot, view == View.PATCHED ? version - 1 : version);
    }

    private boolean all() {
        return view == View.ALL && run.data().reports().equals(ScanReports.SILENT);
    }

    @Override
    public String key() {
        return run.id() + view + count;
    }
}
