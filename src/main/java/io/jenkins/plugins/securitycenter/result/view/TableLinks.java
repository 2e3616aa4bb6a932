package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.findings.SortColumn;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.List;
import java.util.stream.Stream;

/** The links of a table: to other views and downloads, and in its column headers. */
public record TableLinks(TableRequest request) {

    /** The word for the HTML file among the formats of downloads. */
    public static final String HTML = "html";

    /** A link to a view. */
    public record Tab(TableType view, String link, boolean current) {}

    /** A link to a file with the findings that match the filter. */
    public record Download(String label, String link) {}

    /** Returns the words of the formats of downloads. */
    public static List<String> formats() {
        return Stream.concat(Stream.of(HTML), Stream.of(EnumWords.all(ExportFormat.class)))
                .toList();
    }

    public List<Tab> tabs() {
        return Stream.of(TableType.values())
                .map(view -> new Tab(view, request.in(view).link(), view == request.view()))
                .toList();
    }

    public List<Download> downloads() {
        Stream<Download> formats =
                Stream.of(ExportFormat.values()).map(format -> download(label(format), EnumWords.of(format)));
        return Stream.concat(Stream.of(download("HTML", HTML)), formats).toList();
    }

    /** Returns the link of a column header, which sorts by the column. */
    public String sort(String column) {
        return request.sortedBy(SortColumn.parse(column)).link();
    }

    /** Returns the {@code aria-sort} value of a header with one or more columns, separated by spaces. */
    public String sorted(String columns) {
        String direction = request.descending() ? "descending" : "ascending";
        return Stream.of(columns.split(" ")).map(SortColumn::parse).anyMatch(request.sort()::equals)
                ? direction
                : "none";
    }

    private Download download(String label, String word) {
        String filter = new TableRequest(
                        TableType.FINDINGS, request.filter(), TableRequest.FIRST.sort(), true, 1, TableRequest.LENGTH)
                .link()
                .substring(1);
        return new Download(label, "export?format=" + word + (filter.isEmpty() ? "" : "&" + filter));
    }

    private static String label(ExportFormat format) {
        return switch (format) {
            case SARIF -> "SARIF";
            case JUNIT -> "JUnit XML";
            case CSV -> "CSV";
            case JSONL -> "JSON Lines";
            case DEFECTDOJO -> "DefectDojo";
        };
    }
}
