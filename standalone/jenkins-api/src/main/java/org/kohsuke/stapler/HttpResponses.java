package org.kohsuke.stapler;

import io.jenkins.plugins.securitycenter.standalone.Declared;

public class HttpResponses {
    public static HttpResponseException forbidden() {
        return Declared.only();
    }

    public static HttpResponseException notFound() {
        return Declared.only();
    }

    public static HttpResponseException errorWithoutStack(int code, String errorMessage) {
        return Declared.only();
    }

    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {
        private static final long serialVersionUID = 1L;

        public HttpResponseException() {}
    }
}
