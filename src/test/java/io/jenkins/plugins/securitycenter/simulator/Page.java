package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * One page of a table in the shape of an analysis answer.
 *
 * @param totals whether the counters are there at all
 * @param extra whether there is one row more than asked, and a fraction in the count
 * @param moving whether a row has come in front since the first page
 */
record Page<T>(Table<T> table, AnalysisQuery query, boolean totals, boolean extra, boolean moving) {
    Page(Table<T> table, AnalysisQuery query) {
        this(table, query, true, false, false);
    }

    void write(JsonGenerator out) throws IOException {
        int size = table.records().size();
        int shift = moving && query.start() > 0 ? 1 : 0;
        int from = Math.min(query.start() - shift, size);
        int to = Math.max(
                from,
                Math.min((long) query.end() - shift + (extra ? 1 : 0), size) > from
                        ? (int) Math.min((long) query.end() - shift + (extra ? 1 : 0), size)
                        : from);
        out.writeStartObject();
        if (totals) {
            out.writeStringField("totalRecords", String.valueOf(size + shift));
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
