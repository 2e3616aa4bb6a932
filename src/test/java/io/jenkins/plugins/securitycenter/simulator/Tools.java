package io.jenkins.plugins.securitycenter.simulator;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tools of the analysis by their names. */
final class Tools {
    private final Memory memory;
    private final Map<String, Function<Rows, Table<?>>> byName = new LinkedHashMap<>();

    Tools(Profile profile, Memory memory, FieldEdits edits) {
        this.memory = memory;
        List<Column<Row>> details = FindingColumns.details(profile);
        byName.put("listvuln", rows -> new Table<>(list(rows), FindingColumns.LIST, "-1"));
        byName.put("vulndetails", rows -> new Table<>(list(rows), edits.of(details), "-1"));
        byName.put("sumseverity", this::bySeverity);
        addSums();
        byName.put("sumcve", rows -> sums("sumcve", rows, SumColumns.BY_CVE, Tools::cves));
        byName.put("vulnipdetail", rows -> sums("vulnipdetail", rows, SumColumns.PLUGIN_HOSTS, Tools::plugin));
        byName.put(
                "iplist",
                rows -> sums(
                        "iplist",
                        rows,
                        SumColumns.BY_HOST,
                        row -> List.of(row.host().ip())));
    }

    private void addSums() {
        add("sumid", SumColumns.BY_PLUGIN, row -> row.plugin().id());
        add(
                "sumip",
                SumColumns.BY_HOST,
                row -> row.repositoryId() + " " + row.host().address() + " "
                        + row.host().dnsName());
        add(
                "sumfamily",
                SumColumns.BY_FAMILY,
                row -> row.plugin().product().family().id());
        add(
                "sumport",
                SumColumns.labelled("port"),
                row -> "" + row.plugin().product().port());
        add("sumprotocol", SumColumns.labelled("protocol"), Tools::protocol);
        add("sumdnsname", SumColumns.labelled("dnsName"), row -> row.host().dnsName());
        add("sumclassc", SumColumns.labelled("ip"), row -> row.host().ip().replaceFirst("\\.\\d+$", ".0/24"));
    }

    /**
     * The table of a tool.
     *
     * @throws Refusal for a tool that is not known
     */
    Function<Rows, Table<?>> get(String name) {
        Function<Rows, Table<?>> tool = byName.get(name);
        if (tool == null) {
            throw Refusal.badRequest("Invalid parameters specified for vuln query.  The tool '" + name
                    + "' is invalid (valid tools: " + String.join(", ", byName.keySet()) + ").");
        }
        return tool;
    }

    private void add(String name, List<Column<Sum>> columns, Function<Row, String> label) {
        byName.put(name, rows -> sums(name, rows, columns, row -> List.of(label.apply(row))));
    }

    private Table<Sum> sums(String name, Rows rows, List<Column<Sum>> columns, Function<Row, List<String>> labels) {
        boolean members = name.equals("vulnipdetail");
        List<Sum> sums = memory.get(name + "|" + rows.key(), () -> Sum.group(rows, labels, members));
        int[] counts = counts(rows);
        return new Table<>(sums, columns, members ? "" + rows.size() : Sum.matching(counts) + ":" + Sum.score(counts));
    }

    private Table<Severity> bySeverity(Rows rows) {
        int[] counts = counts(rows);
        List<Severity> severities = Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Column<Severity>> columns = List.of(
                new Column<>("severity", Severity::json),
                Column.number("count", severity -> counts[severity.ordinal()]));
        return new Table<>(severities, columns, Sum.matching(counts));
    }

    private int[] counts(Rows rows) {
        return memory.get("counts|" + rows.key(), () -> Sum.bySeverity(rows));
    }

    private static List<Row> list(Rows rows) {
        return new AbstractList<>() {
            @Override
            public Row get(int index) {
                return rows.row(index);
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
    }

    private static List<String> cves(Row row) {
        String names = row.plugin().cves();
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }

    private static List<String> plugin(Row row) {
        return List.of(row.plugin().id());
    }

    private static String protocol(Row row) {
        Product product = row.plugin().product();
        return product.protocol() + "(" + product.protocolNumber() + ")";
    }
}
