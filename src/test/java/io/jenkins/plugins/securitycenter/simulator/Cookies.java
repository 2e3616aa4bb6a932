package io.jenkins.plugins.securitycenter.simulator;

/** The session cookie as a header value. */
record Cookies(SimulatorOptions options) {

    /** {@code secure} only over TLS: the real server speaks nothing else, and cookie stores would hold it back. */
    String set(String value) {
        return "TNS_SESSIONID=" + value + "; path=/"
                + (options.listener().https() ? "; secure" : "")
                + "; HttpOnly"
                + (options.profile().hidesVersionBeforeLogin() ? "; SameSite=Strict" : "");
    }
}
