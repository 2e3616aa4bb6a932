package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** One page of a table in the shape of an analysis answer. */
record Page<T>(Table<T> table, Pager pager) {

    Page(Table<T> table, AnalysisQuery query) {
        this(table, new Pager(query, Set.of(), false, 0));
    }

    void write(JsonGenerator out) throws IOException {
        int size = table.records().size();
        int[] positions = pager.positions(size).toArray();
        out.writeStartObject();
        if (!pager.quirks().contains(Quirk.NO_TOTALS)) {
            out.writeStringField("totalRecords", String.valueOf(pager.total(size)));
            if (pager.quirks().contains(Quirk.EXTRA_ROW)) {
                out.writeNumberField("returnedRecords", positions.length + 0.052631578947);
            } else {
                out.writeNumberField("returnedRecords", positions.length);
            }
            out.writeStringField("startOffset", String.valueOf(pager.query().start()));
            out.writeStringField("endOffset", String.valueOf(pager.query().end()));
        }
        out.writeStringField("matchingDataElementCount", table.matching());
        out.writeFieldName("results");
        table.write(out, positions);
        out.writeEndObject();
    }
}
