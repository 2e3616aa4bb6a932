package io.jenkins.plugins.securitycenter.client.transport;

/** Explains the HTTP status of a response that does not come from SecurityCenter, and what to do about it. */
final class StatusAdvice {

    private StatusAdvice() {}

    static String of(int status, boolean page) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> "the server redirects to another address; check the URL.";
            case 400 ->
                "the server, or a proxy in front of it, rejected the request as malformed; check the URL, and the path, query and body of the request.";
            case 401 -> "something in front of SecurityCenter requires a login; check the URL.";
            case 403 ->
                "something in front of SecurityCenter, such as a proxy or firewall, blocked the request; check the URL, or ask its administrator.";
            case 404 -> "there is no SecurityCenter at this address (Nessus scanners respond this way); check the URL.";
            case 405, 501 ->
                "the server, or a proxy in front of it, does not allow this method here; check the method and the path.";
            case 407 -> "the proxy requires a login; check the proxy settings of Jenkins.";
            case 408 -> "the request took too long to arrive; check the network, or send less data.";
            case 411 ->
                "the server, or a proxy in front of it, requires a Content-Length header; configure it to accept chunked requests.";
            case 413 ->
                "the request is larger than the server, or a proxy in front of it, accepts; raise its limit, or send less data.";
            case 414, 431 ->
                "the URL or a header is longer than the server, or a proxy in front of it, accepts; use a shorter query.";
            case UnexpectedResponseException.TOO_MANY -> "the server is limiting the request rate; try again later.";
            case 504 -> "a proxy timed out waiting for SecurityCenter; raise its timeout, or try again later.";
            default ->
                status >= 500
                        ? "the server, or a proxy in front of it, reported an error; try again later."
                        : unclear(page);
        };
    }

    private static String unclear(boolean page) {
        return page
                ? "the response is an HTML page instead of JSON; check the URL, and whether a proxy or login page is in between."
                : "the response is not JSON from SecurityCenter; check the URL.";
    }
}
