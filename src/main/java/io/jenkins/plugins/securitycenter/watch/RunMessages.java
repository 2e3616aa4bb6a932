package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words that the messages of a run use.
 *
 * @param noun precedes the name, for example "agent scan"
 * @param result what the server creates, for example "scan result"
 * @param launch past participle of the launch, for example "launched"
 * @param goal what the run had not become when it timed out, for example "imported"
 */
record RunMessages(Endpoint endpoint, String noun, String result, String launch, String goal) {

    static final String START_AGAIN = " Start the build again.";

    /** Returns the beginning of a sentence, for example: Scan "Weekly" on SecurityCenter "production". */
    String subject(String name) {
        return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1) + " \"" + name
                + "\" on SecurityCenter \"" + endpoint.name() + "\"";
    }

    /**
     * Returns the launched object, for example: "Weekly" on SecurityCenter "production": scan result 12, and its URL.
     */
    String launched(RunState state) {
        String named = noun.equals("scan") ? "" : noun + " ";
        return named + "\"" + state.subjectName() + "\" on SecurityCenter \"" + endpoint.name() + "\": "
                + result(state);
    }

    /** Returns the result, for example: scan result 12, and its URL. */
    String result(RunState state) {
        String id = result + " " + state.resultId();
        return state.type() == RunType.REPORT ? id : id + ", " + endpoint.pageOfScanResult(state.resultId());
    }

    /** Returns the message of a run whose launch was sent but did not produce a result. */
    String notFound(RunState state, @Nullable Exception lost) {
        String reason = lost == null
                ? subject(state.subjectName()) + " was being " + launch + " when Jenkins stopped."
                : lost.getMessage();
        return reason + " No new " + result + " appeared for it. It is not " + launch
                + " again, because the server may have received the request." + START_AGAIN;
    }

    /** Returns the message of a response that does not identify what was launched. */
    String withoutId(RunState state) {
        return subject(state.subjectName()) + " was " + launch + ", but the response has no ID of a " + result + ".";
    }

    /** Returns the message of a launch to which the server responds with a result that existed before. */
    String old(RunState state, String id) {
        return subject(state.subjectName()) + " was " + launch + ", but the response contains " + result + " " + id
                + ", which existed before and belongs to another launch." + START_AGAIN;
    }

    /** Returns the message of a run whose result cannot be distinguished from others. */
    String ambiguous(RunState state) {
        return subject(state.subjectName()) + " was " + launch + " more than once at the same time, so the " + result
                + " of this build cannot be identified." + START_AGAIN;
    }

    /** Returns the message of a run whose result cannot be identified because another account would have to find it. */
    String otherAccount(RunState state) {
        return subject(state.subjectName()) + " was being " + launch
                + " with credentials other than those configured now, so its " + result
                + " cannot be identified. It is not " + launch + " again." + START_AGAIN;
    }

    /**
     * Returns the message of a run whose result cannot be identified because the results of other builds are not known.
     */
    String unregistered(RunState state) {
        return subject(state.subjectName()) + " was being " + launch
                + " when Jenkins stopped, and its entry in"
                + " JENKINS_HOME/securitycenter-runs is missing or damaged, so its " + result
                + " cannot be identified. It is not "
                + launch + " again." + START_AGAIN;
    }

    /**
     * Returns the line about a run that may go on although its build is over.
     *
     * @param inDoubt whether it is unknown whether the run was launched
     */
    String notStopped(RunState state, boolean inDoubt) {
        String name = subject(state.subjectName());
        if (inDoubt) {
            return name + " may be running, because it is unknown whether it was " + launch + ". See " + endpoint.url();
        }
        String verb = state.type() == RunType.REPORT ? "deleted" : "stopped";
        return name + " was not " + verb + " and may still run: " + result(state);
    }

    /** Returns the line about a run that an aborted build leaves on the server. */
    String left(RunState state) {
        String effect =
                switch (state.type()) {
                    case SCAN, ON_DEMAND_SCAN -> " is not stopped and keeps running: ";
                    case REPORT -> " is not deleted: ";
                    case IMPORT -> " is still being imported: ";
                };
        return subject(state.subjectName()) + effect + result(state);
    }

    /** Returns the message of a run that timed out. */
    String timedOut(RunState state, long minutes) {
        String effect =
                switch (state.type()) {
                    case SCAN, ON_DEMAND_SCAN ->
                        state.stopOnAbort() ? "; the scan is being stopped" : "; the scan keeps running";
                    case REPORT -> state.stopOnAbort() ? "; the report is being deleted" : "";
                    case IMPORT -> "";
                };
        String page = state.type() == RunType.REPORT ? "" : " See " + endpoint.pageOfScanResult(state.resultId());
        return subject(state.subjectName()) + " was not " + goal + " within " + minutes
                + (minutes == 1 ? " minute" : " minutes") + effect + "." + page;
    }
}
