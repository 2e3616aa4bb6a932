package io.jenkins.plugins.securitycenter.task;

import com.fasterxml.jackson.databind.node.MissingNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.ApiCatalogue;
import io.jenkins.plugins.securitycenter.client.transport.Envelope;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * An API call of a build, or one call for each page of the response.
 *
 * @param uploadFile the path in the workspace; empty for none
 */
@Restricted(NoExternalUse.class)
public record RequestTask(Request request, String uploadFile, ResponseOptions options) implements BuildTask {

    /**
     * The handling of the response.
     *
     * @param outputFile the path in the workspace where the response is saved; empty for none
     * @param failOnError whether a rejected call fails the build; otherwise the error is returned
     */
    public record ResponseOptions(String outputFile, PageSelection pages, boolean failOnError) {}

    /** The pages to read. */
    public enum PageSelection {
        /** The response to a single call. */
        ONE,
        /** All pages, one call each. */
        ALL
    }

    private static final Envelope SUCCESS = new Envelope(200, 0, "", List.of(), MissingNode.getInstance());

    public RequestTask {
        WorkspaceFile.check("uploadFile", uploadFile);
        WorkspaceFile.check("outputFile", options.outputFile());
        checkPath(request.path());
        if (!uploadFile.isEmpty() && !(request.body() instanceof Request.Body.Empty)) {
            throw new IllegalArgumentException("body and uploadFile are both set; set only one of them.");
        }
        if (options.pages() == PageSelection.ALL) {
            PagedResponse.check(request);
        }
    }

    /** @throws IllegalArgumentException if only the plugin may call the path, with a message for the user */
    public static void checkPath(String path) {
        String resource = path.toLowerCase(Locale.ROOT);
        if (resource.equals("/token") || resource.startsWith("/token/")) {
            throw new IllegalArgumentException(
                    "path \"/token\" is not allowed because the plugin manages its own sessions; put the steps in"
                            + " a withSecurityCenter block to share one.");
        }
    }

    /** Returns whether the call can safely be repeated if its outcome is unknown. */
    public boolean repeatable() {
        return request.method() == Request.Method.GET || options.pages() == PageSelection.ALL;
    }

    /**
     * Sends the request.
     *
     * @return httpStatus, errorCode, errorMessage, warnings and response; with an output file, the response contains
     *     its path and size in bytes and, for all pages, the number of rows
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    @Override
    public Map<String, Object> perform(
            ServerChoice connection,
            Run<?, ?> run,
            @CheckForNull FilePath workspace,
            TaskListener listener,
            StepPlace place)
            throws IOException, InterruptedException {
        PrintStream log = listener.getLogger();
        ServerAccount account = connection.target(run);
        ApiCatalogue.bundled()
                .unknown(request.method(), request.path())
                .ifPresent(doubt -> log.println("Warning: " + doubt));
        try (SecurityCenter server = SecurityCenterService.get().connect(account, log)) {
            Map<String, Object> answer = answer(server, workspace);
            log.println("SecurityCenter \"" + account.endpoint().name() + "\": " + request.operation() + ": "
                    + describe(answer));
            return answer;
        }
    }

    /** Returns a summary of the response for the build log. */
    private String describe(Map<String, Object> answer) {
        String status = "HTTP " + answer.get("httpStatus");
        if (!Objects.equals(answer.get("errorCode"), 0)) {
            String message = String.join(
                    " ", String.valueOf(answer.get("errorMessage")).lines().toList());
            return status + ", error " + answer.get("errorCode") + (message.isEmpty() ? "" : ": " + message);
        }
        if (!options.outputFile().isEmpty() && answer.get("response") instanceof Map<?, ?> file) {
            return status + ", " + file.get("bytes") + " bytes in " + file.get("file");
        }
        return status;
    }

    private Map<String, Object> answer(SecurityCenter server, @Nullable FilePath workspace)
            throws IOException, InterruptedException {
        try {
            if (!options.outputFile().isEmpty()) {
                return answer(SUCCESS, file(server, workspace));
            }
            if (options.pages() == PageSelection.ALL) {
                return answer(SUCCESS, ScriptValues.plain(PagedResponse.read(server, request)));
            }
            Request complete = uploadFile.isEmpty() ? request : upload(workspace);
            Envelope envelope = options.failOnError() ? server.send(complete) : server.exchange(complete);
            return answer(envelope, ScriptValues.plain(envelope.response()));
        } catch (ErrorResponseException e) {
            if (options.failOnError()) {
                throw e;
            }
            return answer(
                    new Envelope(e.httpStatus(), e.errorCode(), e.errorMessage(), List.of(), MissingNode.getInstance()),
                    null);
        }
    }

    private Request upload(@Nullable FilePath workspace) throws IOException, InterruptedException {
        WorkspaceFile file = WorkspaceFile.of(workspace, "uploadFile", uploadFile);
        file.mustExist();
        return request.body(new Request.Body.Upload(file.name(), file.content()));
    }

    private Map<String, Object> file(SecurityCenter server, @Nullable FilePath workspace)
            throws IOException, InterruptedException {
        WorkspaceFile file = WorkspaceFile.of(workspace, "outputFile", options.outputFile());
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("file", options.outputFile());
        if (options.pages() == PageSelection.ALL) {
            long[] rows = new long[1];
            response.put("bytes", file.receive(place -> PagedResponse.write(server, request, place, rows)));
            response.put("rows", rows[0]);
        } else {
            Request complete = uploadFile.isEmpty() ? request : upload(workspace);
            Request download = readsFile() ? complete.effect(Request.Effect.DOWNLOADS) : complete;
            response.put("bytes", file.receive(place -> server.download(download, place)));
        }
        return response;
    }

    /** Returns whether the call only reads: some downloads use POST; other POST requests must not be repeated. */
    private boolean readsFile() {
        return repeatable() || request.path().endsWith("/download");
    }

    private static Map<String, Object> answer(Envelope envelope, @Nullable Object response) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("httpStatus", envelope.httpStatus());
        answer.put("errorCode", envelope.errorCode());
        answer.put("errorMessage", envelope.errorMessage());
        answer.put("warnings", new ArrayList<>(envelope.warnings()));
        answer.put("response", response);
        return answer;
    }
}
