package io.jenkins.plugins.securitycenter.client;

/** What the status of an answer means that is not SecurityCenter's, and what to do about it. */
final class AnswerReason {

    private AnswerReason() {}

    static String of(int status, boolean page) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> "it redirects to another address; check the URL.";
            case 400 ->
                "the server, or a proxy before it, does not understand the request; check its path, query and body.";
            case 401 -> "something before SecurityCenter asks for a login; check the URL.";
            case 403 ->
                "something before SecurityCenter, such as a proxy or firewall, refuses the request; ask who runs it.";
            case 404 ->
                "there is no SecurityCenter at this address (a Nessus scanner answers like this); check the URL.";
            case 405, 501 ->
                "the server, or a proxy before it, does not allow this method here; check the method and the path.";
            case 407 -> "the proxy asks for a login; check the proxy settings of Jenkins.";
            case 408 -> "the request did not arrive in time; check the network, or send less at once.";
            case 411 ->
                "the server, or a proxy before it, wants to know the length of the request; let it accept chunked requests.";
            case 413 ->
                "the request is larger than the server, or a proxy before it, accepts; raise its limit, or send less.";
            case 414, 431 ->
                "the address or a header is longer than the server, or a proxy before it, accepts; use a shorter query.";
            case UnexpectedAnswerException.TOO_MANY -> "the server asks to slow down; try again later.";
            case 504 -> "a proxy waited too long for SecurityCenter; raise its time limit, or try again later.";
            default ->
                status >= 500 ? "the server, or a proxy before it, has a problem; try again later." : unclear(page);
        };
    }

    private static String unclear(boolean page) {
        return page
                ? "a page came instead of JSON; check the URL, and whether a proxy or login page is in between."
                : "the answer is not SecurityCenter's JSON; check the URL.";
    }
}
