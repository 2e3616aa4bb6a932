package org.kohsuke.stapler;

public class HttpResponses {
    public static native HttpResponseException forbidden();

    public static native HttpResponseException notFound();

    public static native HttpResponseException errorWithoutStack(int code, String errorMessage);

    public static native HttpResponse redirectToDot();

    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {
        private static final long serialVersionUID = 1L;

        public HttpResponseException() {}
    }
}
