package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.client.OneAnswer;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.fuzz.FuzzInput;
import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;

/** A byte for what is asked, and the body of the answer. */
public final class FindingsFuzz {

    private FindingsFuzz() {}

    private static final class Fingerprints implements Analysis.FindingsListener {
        @Override
        public void finding(Finding finding) {
            Fingerprint.of(finding.key(), FieldDigest.PLAIN);
        }

        @Override
        public void restart(String reason, long missing) {
            // nothing is kept
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws InterruptedException {
        FuzzInput input = new FuzzInput(bytes);
        int which = input.next();
        AnalysisQuery query = which % 2 == 0
                ? AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE)
                : AnalysisQuery.ofScanResult("1");
        try (SecurityCenter server = OneAnswer.server(200, "application/json", input.rest())) {
            switch (which / 2 % 3) {
                case 0 -> new Analysis(server).read(query, new Fingerprints());
                case 1 -> new Analysis(server).hosts(query, new Fingerprints());
                default -> new Analysis(server).totals(query).total();
            }
        } catch (SecurityCenterException e) {
            e.getMessage().length();
        }
    }
}
