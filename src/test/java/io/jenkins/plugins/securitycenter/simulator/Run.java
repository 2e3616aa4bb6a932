package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A scan result: one run of a scan definition, or an imported file.
 *
 * @param facts what the definition was when the run began
 * @param data what it finds
 */
record Run(String id, Facts facts, Account owner, Timeline timeline, Findings data) {

    /**
     * Where a run comes from.
     *
     * @param scanId "-1" for an imported file
     */
    record Origin(String scanId, ScanFamily family) {}

    /** Copied from the definition, which may change or go away later. */
    record Facts(Origin origin, String name, String description, String details, ObjectNode repository) {
        String scanId() {
            return origin.scanId();
        }

        String repositoryId() {
            return repository.path("id").asText();
        }
    }

    /**
     * Which findings the run has when it is complete.
     *
     * @param full the number of findings of a complete run that sees everything
     * @param reports what the scanner saw and says of its hosts
     */
    record Findings(Population population, int full, int generation, ScanReports reports) {

        /** The addresses that are scanned, which may be some of the population only. */
        Targets targets() {
            Targets some = reports.scope().targets();
            return some == null ? population.targets() : some;
        }
    }

    /** What a run shows instead of the words of its time; null for those. */
    record Words(String status, String importStatus, String running) {
        static final Words OWN = new Words(null, null, null);

        void putInto(ObjectNode record) {
            put(record, "status", status);
            put(record, "importStatus", importStatus);
            put(record, "running", running);
        }

        private static void put(ObjectNode record, String field, String word) {
            if (word != null && word.isEmpty()) {
                record.remove(field);
            } else if (word != null) {
                record.put(field, word);
            }
        }
    }

    String status(Instant now) {
        return timeline.status(now);
    }

    /** Whether the data is in the repository, so that analysis can see it. */
    boolean imported(Instant now) {
        return timeline.importStatus(now).equals("Finished");
    }

    /** The number of findings that are there, fewer for a run that was stopped. */
    int count(Instant now) {
        return (int) Math.round(data.full() * timeline.scanned(now));
    }

    /** The number of hosts with findings when the run is complete. */
    int hosts() {
        int all = (data.full() + Population.PER_HOST - 1) / Population.PER_HOST;
        return (int) Math.min(all, data.targets().size());
    }

    RunRows rows(Instant now, RunRows.View view) {
        return new RunRows(this, count(now), view);
    }
}
