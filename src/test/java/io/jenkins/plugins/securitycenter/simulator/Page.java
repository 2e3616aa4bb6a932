package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * One page of a table in the shape of an analysis answer.
 *
 * @param totals whether the counters are there at all
 * @param extra whether there is one row more than asked, and a fraction in the count
 * @param shift how many rows have come in front since the first page; negative for rows that went away there
 */
record Page<T>(Table<T> table, AnalysisQuery query, boolean totals, boolean extra, int shift) {
    Page(Table<T> table, AnalysisQuery query) {
        this(table, query, true, false, 0);
    }

    void write(JsonGenerator out) throws IOException {
        int size = table.records().size();
        int moved = query.start() > 0 ? shift : 0;
        int from = Math.min(query.start() - moved, size);
        int to = Math.max(
                from,
                Math.min((long) query.end() - moved + (extra ? 1 : 0), size) > from
                        ? (int) Math.min((long) query.end() - moved + (extra ? 1 : 0), size)
                        : from);
        out.writeStartObject();
        if (totals) {
            out.writeStringField("totalRecords", String.valueOf(size + moved));
            if (extra) {
                out.writeNumberField("returnedRecords", to - from + 0.052631578947);
            } else {
                out.writeNumberField("returnedRecords", to - from);
            }
            out.writeStringField("startOffset", String.valueOf(query.start()));
            out.writeStringField("endOffset", String.valueOf(query.end()));
        }
        out.writeStringField("matchingDataElementCount", table.matching());
        out.writeFieldName("results");
        table.write(out, from, to);
        out.writeEndObject();
    }
}
