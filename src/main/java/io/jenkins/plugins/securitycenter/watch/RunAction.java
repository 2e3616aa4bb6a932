package io.jenkins.plugins.securitycenter.watch;

/** The next action of a run, which depends only on its {@link RunState}. */
enum RunAction {
    /** Look up the object to launch. */
    PREPARE,
    /** Create the definition, or upload the file. */
    CREATE,
    /** Find the definition that may have been created. */
    FIND_CREATED,
    /** Wait for the turn to launch, and determine the newest result. */
    TAKE_TURN,
    /** Send the launch, once. */
    LAUNCH,
    /** Find the result of a launch that is not confirmed. */
    FIND_LAUNCHED,
    /** Poll the result. */
    POLL,
    /** Stop the scan, or delete the report. */
    STOP,
    /** Remove the definition, or the uploaded file. */
    REMOVE,
    NONE;

    /** Returns whether the action sends a request that must be stored before it is sent. */
    boolean sends() {
        return this == CREATE || this == LAUNCH;
    }

    static RunAction of(RunState state) {
        return switch (state.phase()) {
            case NEW -> PREPARE;
            case CREATING -> CREATE;
            case CREATION_IN_DOUBT -> FIND_CREATED;
            case QUEUED -> TAKE_TURN;
            case LAUNCHING -> LAUNCH;
            case LAUNCH_IN_DOUBT -> FIND_LAUNCHED;
            case WAITING -> POLL;
            case CLEANING_UP ->
                switch (state.cleanupSteps().get(0)) {
                    case FIND -> FIND_LAUNCHED;
                    case STOP -> STOP;
                    case REMOVE -> REMOVE;
                };
            case ENDED -> NONE;
        };
    }
}
