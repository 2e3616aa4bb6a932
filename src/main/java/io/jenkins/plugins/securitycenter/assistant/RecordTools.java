package io.jenkins.plugins.securitycenter.assistant;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.export.TableJson;
import io.jenkins.plugins.securitycenter.export.UntrustedFields;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.record.RecordReturnValue;
import io.jenkins.plugins.securitycenter.result.DocumentHeaders;
import io.jenkins.plugins.securitycenter.result.FindingPage;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.TableResponse;
import io.jenkins.plugins.securitycenter.result.view.FindingDetail;
import io.jenkins.plugins.securitycenter.result.view.TableRequest;
import io.jenkins.plugins.securitycenter.result.view.TableType;
import io.jenkins.plugins.securitycenter.result.view.TableView;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Answers questions of assistants about records: read-only, with the permissions of the current user. Each answer is a JSON
 * object. If there is no answer, its only field is {@code error}, with one sentence.
 */
@Restricted(NoExternalUse.class)
public final class RecordTools {

    /** The maximum number of rows in an answer. */
    public static final int MOST_ROWS = 100;

    /** The maximum length of a text from scanned hosts in a list. */
    public static final int LONGEST_IN_LIST = 300;

    /** The maximum length of a text from scanned hosts in the answer about one finding. */
    public static final int LONGEST = 4000;

    private static final int LONGEST_ERROR = 500;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    /** The fields of records whose texts come from this plugin or from the job. */
    private static final Set<String> OF_RECORD =
            Set.of("id", "server", "scanResultId", "url", "reference", "verdict", "fixes", "gates", "scanQuality");

    /** The fields of a line of JSON Lines that describe the record, which each answer does with its own fields. */
    private static final Set<String> OF_BUILD =
            Set.of("schemaVersion", "controller", "job", "build", "buildTime", "record", "server");

    private static final Set<String> OF_FIX = Set.of("fix", "severity", "dueDate");
    private static final Set<String> OF_FINDING = Set.of(
            "fingerprint",
            "change",
            "severity",
            "dueDate",
            "cisaDueDate",
            "patchPublished",
            "firstSeen",
            "lastSeen",
            "suppressedUntil");

    private RecordTools() {}

    /** Writes a JSON object. */
    private interface Source {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    private interface Answer {
        void put(FindingsAction record, Map<String, Object> answer) throws IOException;
    }

    /** Returns the counts, verdicts and most effective fixes of a record. */
    public static Map<String, Object> summary(
            @CheckForNull String job, @CheckForNull Integer build, @CheckForNull String id) {
        return answer(RecordLookup.of(job, build, id), LONGEST_IN_LIST, (record, answer) -> {
            UntrustedFields fields = new UntrustedFields(LONGEST_IN_LIST);
            Map<String, Object> summary = RecordReturnValue.withoutMail(record);
            summary.remove("page");
            summary.put("fixes", separated(summary.get("fixes"), OF_FIX, fields));
            answer.putAll(fields.separate(summary, OF_RECORD));
        });
    }

    /**
     * Returns a page of findings.
     *
     * @param parameters those of the page of findings, without {@code view}
     */
    public static Map<String, Object> findings(
            @CheckForNull String job,
            @CheckForNull Integer build,
            @CheckForNull String id,
            Map<String, String> parameters) {
        return table(RecordLookup.of(job, build, id), TableType.FINDINGS, parameters, OF_FINDING);
    }

    /**
     * Returns a page of fixes, with the number of findings that each one resolves.
     *
     * @param parameters those of the page of fixes, without {@code view}
     */
    public static Map<String, Object> fixes(
            @CheckForNull String job,
            @CheckForNull Integer build,
            @CheckForNull String id,
            Map<String, String> parameters) {
        return table(RecordLookup.of(job, build, id), TableType.FIXES, parameters, OF_FIX);
    }

    /**
     * Returns everything that is known about a finding.
     *
     * @param row the number of the finding in the record
     */
    public static Map<String, Object> finding(
            @CheckForNull String job, @CheckForNull Integer build, @CheckForNull String id, @CheckForNull Integer row) {
        return answer(RecordLookup.of(job, build, id), LONGEST, (record, answer) -> {
            FindingPage page = row == null ? null : record.getStaplerFallback().getFinding(row.toString());
            if (page == null) {
                throw new IllegalArgumentException("The record has no finding " + row
                        + "; use a number from the field row of the list of findings.");
            }
            FindingDetail detail = page.detail(Map.of());
            if (detail == null) {
                throw new IllegalArgumentException(page.problem());
            }
            RecordedFinding finding = detail.recorded();
            answer.put("row", row);
            answer.put("explanation", new FindingExplanation(finding, record.getReference()).sentences());
            Map<String, Object> values = values(out -> write(finding, record, out));
            values.keySet().removeAll(OF_BUILD);
            answer.putAll(new UntrustedFields(LONGEST).separate(values, OF_FINDING));
        });
    }

    private static void write(RecordedFinding finding, FindingsAction record, ByteArrayOutputStream out)
            throws IOException {
        try (FindingWriter writer = ExportFormat.JSONL.writer(out, ExportOptions.DEFAULT.ofScan(record.isPartial()))) {
            writer.begin();
            writer.write(finding);
            writer.end();
        }
    }

    private static Map<String, Object> table(
            RecordLookup lookup, TableType view, Map<String, String> parameters, Set<String> own) {
        return answer(lookup, LONGEST_IN_LIST, (record, answer) -> {
            Map<String, String[]> query = new LinkedHashMap<>();
            parameters.forEach((name, value) -> query.put(name, new String[] {value}));
            query.put("view", new String[] {view.word()});
            TableRequest request = TableRequest.parse(query, MOST_ROWS);
            TableResponse response = record.getStaplerFallback().load(request);
            TableView page = response.page();
            if (page == null) {
                throw new IllegalArgumentException(response.problem());
            }
            Map<String, Object> values =
                    values(new TableJson(view.word(), request.page(), request.length(), page.found())::write);
            values.put("rows", separated(values.get("rows"), own, new UntrustedFields(LONGEST_IN_LIST)));
            answer.putAll(values);
            boolean last =
                    (long) request.page() * request.length() >= page.found().matching();
            answer.put("nextPage", last ? null : request.page() + 1);
            answer.put("query", request.link());
        });
    }

    private static Map<String, Object> answer(RecordLookup lookup, int longest, Answer source) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            FindingsAction record = lookup.find();
            answer.put("notice", new UntrustedFields(longest).notice());
            answer.put("job", record.getRun().getParent().getFullName());
            answer.put("build", record.getRun().getNumber());
            answer.put("id", record.getId());
            answer.put("recordPage", DocumentHeaders.of(record).page());
            source.put(record, answer);
            return answer;
        } catch (IllegalArgumentException | IOException e) {
            return Map.of(
                    "error", MessageText.line(MessageText.shortened(String.valueOf(e.getMessage()), LONGEST_ERROR)));
        }
    }

    private static List<Map<String, Object>> separated(@Nullable Object rows, Set<String> own, UntrustedFields fields) {
        return MAPPER.convertValue(rows, new TypeReference<List<LinkedHashMap<String, Object>>>() {}).stream()
                .map(row -> fields.separate(row, own))
                .toList();
    }

    private static Map<String, Object> values(Source source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        source.write(out);
        return MAPPER.readValue(out.toByteArray(), OBJECT);
    }
}
