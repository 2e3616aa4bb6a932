package io.jenkins.plugins.securitycenter.scale;

/** The questions of docs/scale.md. */
enum Question {
    KNOWN_EXPLOITED("Open known exploited findings by team"),
    LOGINS("Hosts not logged in to for 30 days"),
    TIME_TO_FIX("Median time to fix by severity");

    private final String heading;

    Question(String heading) {
        this.heading = heading;
    }

    /** Returns the heading of the section that contains the SQL. */
    String heading() {
        return heading;
    }
}
