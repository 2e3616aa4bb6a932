package io.jenkins.plugins.securitycenter.simulator;

/** A request that the server turns down: status 403 with an error code and a message in the envelope. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int code;
    private final boolean html;

    private Refusal(int code, String message, boolean html) {
        super(message, null, false, false);
        this.code = code;
        this.html = html;
    }

    static Refusal of(int code, String message) {
        return new Refusal(code, message, false);
    }

    /** Missing, wrong or expired token or cookie. */
    static Refusal invalidToken() {
        return new Refusal(12, "This request contains an invalid token.", true);
    }

    /** API keys that are not accepted: no code, no text. */
    static Refusal refusedKeys() {
        return new Refusal(0, "", true);
    }

    /** Numbers of this and the following codes are the simulator's own; nobody recorded them. */
    static Refusal forbidden(String action) {
        return of(151, "You do not have permission to " + action + ".\n");
    }

    static Refusal missing(String kind, String id, String verb) {
        return of(147, kind + " " + verb + " failed.\n" + kind + " #" + id + " does not exist.\n");
    }

    /** Wrong texts of the request itself. */
    static Refusal badRequest(String message) {
        return of(146, message + "\n");
    }

    int code() {
        return code;
    }

    /** Token errors come as text/html although the body is JSON. */
    boolean html() {
        return html;
    }
}
