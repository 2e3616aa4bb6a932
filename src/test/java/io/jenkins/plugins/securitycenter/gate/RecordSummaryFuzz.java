package io.jenkins.plugins.securitycenter.gate;

import java.nio.charset.StandardCharsets;

/** The text that a build keeps of its findings. */
public final class RecordSummaryFuzz {

    private RecordSummaryFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        RecordSummary summary;
        try {
            summary = RecordSummary.parse(new String(input, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            e.getMessage().length();
            return;
        }
        summary.verdict().outcome();
        if (!RecordSummary.parse(summary.toText()).equals(summary)) {
            throw new AssertionError("The summary changes when it is stored: " + summary);
        }
    }
}
