package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** {@code /analysis} and {@code /analysis/download}: queries of the findings. */
final class AnalysisResource implements Resource {
    private static final Set<Quirk> MOVES = EnumSet.of(Quirk.MOVING_ROWS, Quirk.VANISHING_ROWS);
    private static final Set<Quirk> EVERYWHERE = EnumSet.of(Quirk.NO_TOTALS, Quirk.EXTRA_ROW);
    private static final Set<String> PAGED = Set.of("vulndetails", "listvuln", "sumip");

    private final World world;
    /** Pages since a habit was switched on. */
    private int answered;

    private final Memory memory = new Memory();
    private final Tools tools;

    AnalysisResource(World world) {
        this.world = world;
        tools = new Tools(world.options().profile(), memory, world.edits());
    }

    @Override
    public String name() {
        return "analysis";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        boolean download = call.is("POST", 2) && call.segment(1).equals("download");
        if (!call.is("POST", 1) && !download) {
            throw call.unknown();
        }
        Profile profile = world.options().profile();
        AnalysisQuery query =
                new AnalysisQuery(withSavedQuery(call.json()), profile.isSix(), world.shows(Quirk.FORGETS_SCAN));
        caller.mustBeInOrganization("analyze");
        if (!query.type().equals("vuln")) {
            return Reply.streamed(out -> new Page<>(new Table<>(List.<Row>of(), List.of(), "-1"), query).write(out));
        }
        Filters filters = new Filters(profile, world.now(), world.library());
        if (world.shows(Quirk.NO_ACCEPT_FILTER)) {
            filters.forget("acceptRiskStatus");
        }
        Predicate<Row> filter = filters.read(query.filters());
        Rows all = sent(AcceptedRows.of(new Sources(world).rows(query, caller), world), query);
        Supplier<Table<?>> table = table(query, all, filter);
        if (download) {
            return new Reply.Download("text/csv", "analysis.csv", out -> Csv.write(table.get(), query, out));
        }
        if (!query.sortField().isEmpty() && world.shows(Quirk.REFUSED_ORDER)) {
            throw Refusal.badRequest("The sort field '" + query.sortField() + "' is not valid.");
        }
        Pager pager = pager(query);
        return Reply.streamed(out -> {
            if (query.tool().equals("iplist")) {
                addresses(table.get(), out);
            } else {
                new Page<>(table.get(), pager).write(out);
            }
        });
    }

    /** Leaves out accepted findings where the server does so. */
    private Rows sent(Rows all, AnalysisQuery query) {
        boolean asked = query.filters().findValuesAsText("filterName").contains("acceptRiskStatus");
        boolean hidden = world.shows(Quirk.NEVER_SENDS_ACCEPTED) || world.shows(Quirk.HIDES_ACCEPTED) && !asked;
        if (!hidden || !(all instanceof AcceptedRows)) {
            return all;
        }
        int[] positions = IntStream.range(0, all.size())
                .filter(index -> !all.row(index).accepted())
                .toArray();
        return Rows.selected(all, positions, all.key() + " sent");
    }

    private Pager pager(AnalysisQuery query) {
        Set<Quirk> quirks = world.shown();
        if (!query.source().equals("cumulative")) {
            quirks.removeAll(MOVES);
        }
        if (!PAGED.contains(query.tool())) {
            quirks.retainAll(EVERYWHERE);
        }
        Pager pager = new Pager(query, quirks, answered > 0, answered);
        answered += quirks.isEmpty() ? -answered : 1;
        return pager;
    }

    /** Older servers take the id of a saved query in place of the whole. */
    private ObjectNode withSavedQuery(ObjectNode body) {
        JsonNode query = body.path("query");
        if (!query.has("id") || query.has("tool")) {
            return body;
        }
        if (world.options().profile().isSix()) {
            throw Refusal.badRequest("The parameter 'query' must hold the whole query.");
        }
        ObjectNode saved = world.library().queries.get(Json.id(query), "get").deepCopy();
        saved.setAll((ObjectNode) query);
        body.set("query", saved);
        return body;
    }

    /** The walk through the findings waits until the answer is written, outside of the world's lock. */
    private Supplier<Table<?>> table(AnalysisQuery query, Rows all, Predicate<Row> filter) {
        var tool = tools.get(query.tool());
        return () -> {
            Rows rows = query.filters().isEmpty() ? all : select(query, all, filter);
            String key = query.tool() + "|" + rows.key();
            return tool.apply(rows).sorted(query.sortField(), query.descending(), memory, key);
        };
    }

    private Rows select(AnalysisQuery query, Rows all, Predicate<Row> filter) {
        String key = all.key() + query.filters();
        int[] positions = memory.get(
                key,
                () -> IntStream.range(0, all.size())
                        .filter(index -> filter.test(all.row(index)))
                        .toArray());
        return Rows.selected(all, positions, key);
    }

    /** Not rows but ranges under running numbers. */
    private static void addresses(Table<?> hosts, JsonGenerator out) throws IOException {
        out.writeStartObject();
        List<Long> sorted = hosts.records().stream()
                .map(sum -> ((Sum) sum).sample().host().address())
                .sorted()
                .toList();
        int number = 0;
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from + 1;
            while (to < sorted.size() && sorted.get(to) - sorted.get(from) == to - from) {
                to++;
            }
            String first = Targets.text(sorted.get(from));
            String range = to - from == 1 ? first : first + "-" + Targets.text(sorted.get(to - 1));
            out.writeStringField(String.valueOf(number++), range);
        }
        out.writeNullField("results");
        out.writeEndObject();
    }
}
