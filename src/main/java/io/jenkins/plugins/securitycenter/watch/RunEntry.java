package io.jenkins.plugins.securitycenter.watch;

/** A run as the registry stores it. */
public record RunEntry(RunOwner owner, RunState state) {

    /** The kind and id of what is launched; launches of the same follow one another while one is in doubt. */
    String subject() {
        RunState.Kind kind = state.kind() == RunState.Kind.ON_DEMAND_SCAN ? RunState.Kind.SCAN : state.kind();
        return kind + " " + state.scanId();
    }

    /** Whether this run waits for that result, or has taken it over. */
    boolean claims(RunState.Kind kind, String resultId) {
        boolean reports = kind == RunState.Kind.REPORT;
        return (state.kind() == RunState.Kind.REPORT) == reports
                && !resultId.isEmpty()
                && state.scanResultId().equals(resultId);
    }
}
