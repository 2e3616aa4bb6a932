package io.jenkins.plugins.securitycenter.watch;

/** What can go otherwise than it should while runs are explored. */
enum ModelFault {
    NONE,
    /** Jenkins is gone at once; what was stored is there when it comes again. */
    CRASH,
    /** Jenkins is gone just after the server has done what was sent. */
    CRASH_PROCESSED,
    /** An orderly end of Jenkins. */
    RESTART,
    ABORT_A,
    ABORT_B,
    /** The second of the tasks that are due is run before the first. */
    OVERTAKE,
    /** What was sent is refused. */
    REFUSED,
    /** What was to be sent never left. */
    NOT_SENT,
    /** What was sent is never processed, and nothing comes back. */
    LOST,
    /** What was sent is processed, and nothing comes back. */
    RESPONSE_LOST,
    /** What was sent is processed some seconds after the connection broke. */
    PROCESSED_LATE,
    /** What was sent is processed after some seconds, and the response takes longer than a clean-up is waited for. */
    SLOW,
    /** The account is refused once. */
    LOGIN_REFUSED,
    /** The server is out of reach for a while. */
    AWAY,
    /** A defect: an exception that nobody expects, before anything is sent. */
    THROWN,
    /** The result does not come to an end by itself. */
    HANGS,
    /** A state or the outcome cannot be stored or handled. */
    NOT_STORED
}
