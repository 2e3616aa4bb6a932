package io.jenkins.plugins.securitycenter.watch;

/** A run as stored in the registry. */
public record RunEntry(RunOwner owner, RunState state) {

    /**
     * Returns the kind and id of the launched object. Launches of the same subject run one after another until their
     * results are known.
     */
    String subject() {
        RunState.Kind kind = state.kind() == RunState.Kind.ON_DEMAND_SCAN ? RunState.Kind.SCAN : state.kind();
        return kind + " " + state.scanId();
    }

    /** Returns whether this run waits for that result or has already received it. */
    boolean claims(RunState.Kind kind, String resultId) {
        boolean reports = kind == RunState.Kind.REPORT;
        return (state.kind() == RunState.Kind.REPORT) == reports
                && !resultId.isEmpty()
                && state.scanResultId().equals(resultId);
    }
}
