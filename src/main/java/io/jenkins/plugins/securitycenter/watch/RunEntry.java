package io.jenkins.plugins.securitycenter.watch;

/** A run as stored in the registry. */
public record RunEntry(RunOwner owner, RunState state) {

    /** Returns this entry after a job was renamed or moved. */
    RunEntry moved(String from, String to) {
        return new RunEntry(owner.moved(from, to), state);
    }

    /**
     * Returns the kind and id of the launched object. Launches of the same subject run one after another until their
     * results are known.
     */
    String subjectKey() {
        RunType kind = state.type() == RunType.ON_DEMAND_SCAN ? RunType.SCAN : state.type();
        return kind + " " + state.subjectId();
    }

    /** Returns whether this run waits for that result or has already received it. */
    boolean claims(RunType kind, String resultId) {
        boolean reports = kind == RunType.REPORT;
        return (state.type() == RunType.REPORT) == reports
                && !resultId.isEmpty()
                && state.resultId().equals(resultId);
    }
}
