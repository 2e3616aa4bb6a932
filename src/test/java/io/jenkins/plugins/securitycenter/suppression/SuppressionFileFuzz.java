package io.jenkins.plugins.securitycenter.suppression;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;

import java.time.LocalDate;

/** The suppression file of a workspace. */
public final class SuppressionFileFuzz {

    private SuppressionFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        SuppressionFile file;
        try {
            file = SuppressionFile.parse("a.yaml", input);
        } catch (IllegalArgumentException e) {
            if (!e.getMessage().endsWith(".") || e.getMessage().indexOf('\n') >= 0) {
                throw new AssertionError("This is not one sentence: " + e.getMessage(), e);
            }
            return;
        }
        if (!file.without(file).isEmpty()) {
            throw new AssertionError("A file lacks its own rules.");
        }
        Suppressions suppressions = Suppressions.of(file.rules(), SuppressionPolicy.DEFAULT, LocalDate.of(2027, 3, 31));
        suppressions.find(finding().build());
        suppressions.report().lines();
    }
}
