package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Api;
import hudson.model.Item;
import hudson.model.ModelObject;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.audit.AuditLog;
import io.jenkins.plugins.securitycenter.document.RecordContent;
import io.jenkins.plugins.securitycenter.export.CsvColumn;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.export.SarifSelection;
import io.jenkins.plugins.securitycenter.export.TableJson;
import io.jenkins.plugins.securitycenter.findings.TableCache;
import io.jenkins.plugins.securitycenter.result.view.TableLinks;
import io.jenkins.plugins.securitycenter.result.view.TableRequest;
import io.jenkins.plugins.securitycenter.result.view.TableView;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/**
 * The pages below a record: its tables, the same rows as JSON, downloads, and the details of one finding, which require
 * permission to read the build; and the choice of the reference, which requires permission to configure the job.
 */
@Restricted(NoExternalUse.class)
public final class RecordPages implements ModelObject {

    private static final TableCache TABLES = new TableCache();

    private final FindingsAction action;

    RecordPages(FindingsAction action) {
        this.action = action;
    }

    public FindingsAction action() {
        return action;
    }

    public Run<?, ?> run() {
        return action.getRun();
    }

    /** Returns the build, for its tabs and its side panel. */
    public Run<?, ?> getObject() {
        return run();
    }

    /** Returns the name of the record, for the title of the page with the tabs. */
    @Override
    public String getDisplayName() {
        return action.getDisplayName();
    }

    /** Returns when the build was scheduled, which determines how old its findings are. */
    public Instant time() {
        return Instant.ofEpochMilli(run().getTimeInMillis());
    }

    public Api getApi() {
        return action.getApi();
    }

    /** Returns the content of the tables for the parameters of a request. */
    public TableResponse load(Map<String, String[]> parameters) {
        try {
            return load(TableRequest.parse(parameters));
        } catch (IllegalArgumentException e) {
            return TableResponse.problem(400, MessageText.of(e));
        }
    }

    /** Returns the content of the tables for a request. */
    public TableResponse load(TableRequest request) {
        try {
            return TableResponse.of(TableView.of(TABLES.open(action.file()).table(), request));
        } catch (IllegalArgumentException e) {
            return TableResponse.problem(400, MessageText.of(e));
        } catch (IOException e) {
            return TableResponse.problem(404, MessageText.of(e));
        }
    }

    /** Returns the rows of the page with the same parameters as JSON. */
    @GET
    public HttpResponse doRows(StaplerRequest2 request) {
        TableResponse response = load(request.getParameterMap());
        TableView page = response.page();
        if (page == null) {
            return response;
        }
        TableRequest asked = page.request();
        return DataResponse.json(
                200, new TableJson(asked.view().word(), asked.page(), asked.length(), page.found())::write);
    }

    /**
     * Returns the findings that match the filter of the page with the same parameters, as a file.
     *
     * @param format a word of {@link ExportFormat}, or {@code html}
     * @param suites the grouping of JUnit test suites: {@code host} (default) or {@code plugin}
     * @param sarifLimit the maximum number of findings in SARIF; 5,000 by default
     * @param sarifAll {@code true} if SARIF includes accepted, suppressed and fixed findings
     * @param csvColumns the columns of CSV, separated by commas
     */
    @GET
    public HttpResponse doExport(
            StaplerRequest2 request,
            @QueryParameter String format,
            @QueryParameter String suites,
            @QueryParameter String sarifLimit,
            @QueryParameter String sarifAll,
            @QueryParameter String csvColumns) {
        try {
            String word = EnumWords.parse(TableLinks.formats(), Function.identity(), "export format", format);
            if (word.equals(TableLinks.HTML)) {
                return html(TableRequest.parse(request.getParameterMap()));
            }
            ExportFormat wanted = ExportFormat.parse(word);
            ExportOptions options = ExportOptions.DEFAULT
                    .of(action.getId())
                    .by(ExportOptions.Grouping.parse(suites))
                    .with(SarifSelection.parse(sarifLimit, sarifAll))
                    .with(CsvColumn.parse(Util.fixNull(csvColumns)))
                    .ofScan(action.isPartial())
                    .recordedBy(RecordedBuilds.of(run(), action.origin().server()));
            TableRequest asked = TableRequest.parse(request.getParameterMap());
            TableCache.Opened opened = TABLES.open(action.file());
            return new DownloadResponse(
                    action, wanted, options, opened.findings(), opened.table().rows(asked.filter()));
        } catch (IllegalArgumentException e) {
            return DataResponse.sentence(400, MessageText.of(e));
        } catch (IOException e) {
            return DataResponse.sentence(404, MessageText.of(e));
        }
    }

    private HttpResponse html(TableRequest asked) throws IOException {
        TableCache.Opened opened = TABLES.open(action.file());
        return new HtmlResponse(
                action,
                new RecordContent(
                        DocumentHeaders.of(action),
                        action.summary(),
                        opened.findings(),
                        opened.table(),
                        asked.filter()));
    }

    /** Chooses this record as the reference of all builds that are recorded from now on. */
    @POST
    public HttpResponse doChooseReference() throws IOException {
        run().getParent().checkPermission(Item.CONFIGURE);
        try {
            ReferenceChoices.choose(action, Jenkins.getAuthentication2().getName(), Instant.now());
            AuditLog.get().record("chose " + named() + " as the reference of later builds");
        } catch (IllegalArgumentException e) {
            return DataResponse.sentence(400, MessageText.of(e));
        }
        return HttpResponses.redirectToDot();
    }

    /** Takes back the choice of this record as the reference. */
    @POST
    public HttpResponse doTakeBackReference() throws IOException {
        run().getParent().checkPermission(Item.CONFIGURE);
        if (ReferenceChoices.takeBack(action)) {
            AuditLog.get().record("took back the choice of " + named() + " as the reference of later builds");
        }
        return HttpResponses.redirectToDot();
    }

    private String named() {
        return "record \"" + action.getId() + "\" of build \"" + run().getExternalizableId() + "\"";
    }

    /**
     * Returns the page of one finding.
     *
     * @param row the number of the finding in the file
     * @return null if there is no such finding
     */
    @CheckForNull
    public FindingPage getFinding(String row) {
        if (!row.matches("\\d{1,9}")) {
            return null;
        }
        try {
            TableCache.Opened opened = TABLES.open(action.file());
            int number = Integer.parseInt(row);
            return number < opened.findings().size() ? FindingPage.of(this, opened, number) : null;
        } catch (IOException e) {
            return FindingPage.problem(this, MessageText.of(e));
        }
    }
}
