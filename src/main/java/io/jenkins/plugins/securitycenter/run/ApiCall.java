package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.client.Envelope;
import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.Request;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.watch.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of the API for a build.
 *
 * @param uploadFile path in the workspace; empty for none
 * @param outputFile path in the workspace where the answer goes; empty for none
 * @param failOnError whether a refusal fails the build instead of being returned
 */
public record ApiCall(
        Connection connection, Request request, String uploadFile, String outputFile, boolean failOnError) {

    public ApiCall {
        WorkspaceFile.check("uploadFile", uploadFile);
        WorkspaceFile.check("outputFile", outputFile);
        if (request.path().equals("/token") || request.path().startsWith("/token/")) {
            throw new IllegalArgumentException(
                    "path /token is not possible, since the plugin opens and ends the sessions"
                            + " itself; put the steps into withSecurityCenter to share one.");
        }
        if (!uploadFile.isEmpty() && !(request.body() instanceof Request.Body.Empty)) {
            throw new IllegalArgumentException("body and uploadFile are both given; only one of them is possible.");
        }
    }

    /** This call, with what its connection leaves open filled in from the session that encloses it, if any. */
    public ApiCall within(@CheckForNull SessionScope scope) {
        return new ApiCall(connection.within(scope), request, uploadFile, outputFile, failOnError);
    }

    /** Whether the call can be made once more when it is not known whether it was made. */
    public boolean repeatable() {
        return request.method() == Request.Method.GET;
    }

    /**
     * Makes the call.
     *
     * @return httpStatus, errorCode, errorMessage, warnings and response; with an output file the response is its path
     *     and number of bytes
     * @throws IllegalArgumentException with a sentence when a parameter is wrong
     */
    public Map<String, Object> perform(Run<?, ?> run, @CheckForNull FilePath workspace, TaskListener listener)
            throws IOException, InterruptedException {
        Target target = connection.target(run);
        Request complete = uploadFile.isEmpty() ? request : upload(workspace);
        try (SecurityCenter server = Engine.get().sessions().open(target.endpoint(), target.login())) {
            Map<String, Object> answer =
                    outputFile.isEmpty() ? call(server, complete) : download(server, complete, workspace);
            listener.getLogger()
                    .println("SecurityCenter \"" + target.endpoint().name() + "\": " + request.operation() + ": HTTP "
                            + answer.get("httpStatus"));
            return answer;
        }
    }

    private Request upload(FilePath workspace) throws IOException, InterruptedException {
        WorkspaceFile file = WorkspaceFile.of(workspace, "uploadFile", uploadFile);
        file.mustExist("uploadFile");
        Request.Body body = new Request.Body.Upload(file.name(), file::read);
        return new Request(
                request.method(), request.path(), request.query(), body, request.effect(), request.operation());
    }

    private Map<String, Object> call(SecurityCenter server, Request complete)
            throws SecurityCenterException, InterruptedException {
        Envelope envelope = failOnError ? server.send(complete) : server.exchange(complete);
        return answer(envelope, Values.plain(envelope.response()));
    }

    private Map<String, Object> download(SecurityCenter server, Request complete, FilePath workspace)
            throws IOException, InterruptedException {
        WorkspaceFile file = WorkspaceFile.of(workspace, "outputFile", outputFile);
        try {
            long bytes =
                    server.download(readsFile() ? complete.effect(Request.Effect.DOWNLOADS) : complete, file::write);
            Map<String, Object> response = new LinkedHashMap<>();
            response.put("file", outputFile);
            response.put("bytes", bytes);
            return answer(new Envelope(200, 0, "", List.of(), null), response);
        } catch (UncheckedIOException e) {
            throw new AbortException("outputFile \"" + outputFile + "\" cannot be written: "
                    + e.getCause().getMessage());
        } catch (RefusedException e) {
            if (failOnError) {
                throw e;
            }
            return answer(new Envelope(e.httpStatus(), e.errorCode(), e.errorMessage(), List.of(), null), null);
        }
    }

    /** The API downloads by POST too; any other POST may change something and must not be repeated. */
    private boolean readsFile() {
        return repeatable() || request.path().endsWith("/download");
    }

    private static Map<String, Object> answer(Envelope envelope, Object response) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("httpStatus", envelope.httpStatus());
        answer.put("errorCode", envelope.errorCode());
        answer.put("errorMessage", envelope.errorMessage());
        answer.put("warnings", new ArrayList<>(envelope.warnings()));
        answer.put("response", response);
        return answer;
    }
}
