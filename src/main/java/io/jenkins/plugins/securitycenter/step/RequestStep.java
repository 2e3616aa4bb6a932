package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.client.transport.ApiPath;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.suggest.AnnotatedValue;
import io.jenkins.plugins.securitycenter.task.FormText;
import io.jenkins.plugins.securitycenter.task.RequestTask;
import io.jenkins.plugins.securitycenter.task.ScriptValues;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** Step {@code securityCenterRequest}: calls any resource of the API. */
@Restricted(NoExternalUse.class)
public final class RequestStep extends DirectStep {

    private static final long serialVersionUID = 1;
    private static final String GET = "GET";

    private final String path;
    private String method = GET;

    @XstreamSafeObjectField
    private @Nullable Object query;

    @XstreamSafeObjectField
    private @Nullable Object body;

    private @Nullable String uploadFile;
    private @Nullable String outputFile;
    private String pages = EnumWords.of(RequestTask.PageSelection.ONE);
    // Not a primitive, because XStream would set a missing one to false.
    private Boolean failOnError = true;

    @DataBoundConstructor
    public RequestStep(String path) {
        this.path = Util.fixNull(path).trim();
    }

    /** Returns the path below {@code /rest}, for example {@code /scan/3}. */
    public String getPath() {
        return path;
    }

    public String getMethod() {
        return method;
    }

    @DataBoundSetter
    public void setMethod(String method) {
        String word = Util.fixEmptyAndTrim(method);
        this.method = word == null ? GET : EnumWords.spelled(List.of(Request.Method.words()), word);
    }

    /** Returns a map, or text with lines such as {@code name=value}; null for none. */
    @CheckForNull
    public Object getQuery() {
        return query;
    }

    @DataBoundSetter
    public void setQuery(Object query) {
        this.query = StepForms.blankToNull(query);
    }

    /** Returns a map, a list, or JSON text; null for none. */
    @CheckForNull
    public Object getBody() {
        return body;
    }

    @DataBoundSetter
    public void setBody(Object body) {
        this.body = StepForms.blankToNull(body);
    }

    /** Returns the text of the form for {@link #getQuery}; null for none. */
    @CheckForNull
    public String getQueryText() {
        return FormText.of("query", query);
    }

    /** Returns the text of the form for {@link #getBody}; null for none. */
    @CheckForNull
    public String getBodyText() {
        return FormText.json("body", body);
    }

    @CheckForNull
    public String getUploadFile() {
        return uploadFile;
    }

    @DataBoundSetter
    public void setUploadFile(String uploadFile) {
        this.uploadFile = Util.fixEmptyAndTrim(uploadFile);
    }

    @CheckForNull
    public String getOutputFile() {
        return outputFile;
    }

    @DataBoundSetter
    public void setOutputFile(String outputFile) {
        this.outputFile = Util.fixEmptyAndTrim(outputFile);
    }

    public String getPages() {
        return pages;
    }

    @DataBoundSetter
    public void setPages(String pages) {
        this.pages = EnumWords.given(pages, RequestTask.PageSelection.ONE);
    }

    public boolean isFailOnError() {
        return failOnError;
    }

    @DataBoundSetter
    public void setFailOnError(boolean failOnError) {
        this.failOnError = failOnError;
    }

    @Override
    public RequestTask task(UnaryOperator<String> expand) {
        Request.Body content = body == null
                ? new Request.Body.Empty()
                : new Request.Body.Json(ScriptValues.json("body", body, expand));
        Request request = Request.of(Request.Method.parse(method), ApiPath.check(expand.apply(path)), content);
        for (Map.Entry<String, String> entry :
                ScriptValues.pairs("query", query, expand).entrySet()) {
            request = request.query(entry.getKey(), entry.getValue());
        }
        return new RequestTask(
                request,
                expand.apply(Util.fixNull(uploadFile)),
                new RequestTask.ResponseOptions(
                        expand.apply(Util.fixNull(outputFile)),
                        EnumWords.parse(RequestTask.PageSelection.class, "pages", pages),
                        failOnError));
    }

    @Override
    String status() {
        return method + " " + path;
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        return checked(() -> {
            task(UnaryOperator.identity());
            return new RequestExecution(context, this);
        });
    }

    /** Sets the defaults of fields that a hand-written or older configuration omits. */
    private Object readResolve() {
        setMethod(method);
        setPages(pages);
        setFailOnError(failOnError == null || failOnError);
        return this;
    }

    /** Reads the step of a freestyle job. */
    public static final class ConverterImpl extends StoredStepConverter {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of the step. */
    @Extension
    public static final class DescriptorImpl extends RequestDescriptor {

        @Override
        public String getFunctionName() {
            return "securityCenterRequest";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.RequestStep_displayName();
        }

        @Override
        public Step newInstance(StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
            String query = StepForms.take(form, "query");
            String body = StepForms.take(form, "body");
            form.put("path", AnnotatedValue.remove(StepForms.take(form, "path")));
            RequestStep step = (RequestStep) super.newInstance(req, form);
            step.setQuery(query);
            step.setBody(body);
            return step;
        }
    }
}
