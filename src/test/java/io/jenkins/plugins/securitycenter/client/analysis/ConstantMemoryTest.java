package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.OutputStream;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many findings are read, only those of two pages are reachable. */
class ConstantMemoryTest {

    private static final int MANY = 100_000;

    @Test
    void letsGoOfFindingsThatWereRead() throws Exception {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withTiming(0, 0).withFindings(MANY));
                SecurityCenter server = rig.open()) {
            String result = new Scans(server, ScanKind.ACTIVE)
                    .launch(new Scans(server, ScanKind.ACTIVE).find("1"))
                    .id();
            List<WeakReference<Finding>> sample = new ArrayList<>();
            List<Long> alive = new ArrayList<>();
            long[] count = new long[1];

            long read = new Analysis(server).read(AnalysisQuery.ofScanResult(result), finding -> {
                if (count[0]++ % 100 == 0) {
                    sample.add(new WeakReference<>(finding));
                }
                if (count[0] % (MANY / 4) == 0) {
                    alive.add(reachable(sample));
                }
            });

            assertThat(read).isEqualTo(MANY);
            assertThat(sample).hasSize(MANY / 100);
            assertThat(alive)
                    .hasSize(4)
                    .allSatisfy(left -> assertThat(left).isLessThanOrEqualTo(2L * AnalysisQuery.ROWS / 100));
            assertThat(rig.count("POST /analysis")).isEqualTo(MANY / AnalysisQuery.ROWS);
        }
    }

    @Test
    void doesNotKeepAFile() throws Exception {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withTiming(0, 0).withFindings(10_000));
                SecurityCenter server = rig.open()) {
            String result = new Scans(server, ScanKind.ACTIVE)
                    .launch(new Scans(server, ScanKind.ACTIVE).find("1"))
                    .id();
            int[] longest = new int[1];

            long bytes = new ScanResults(server).download(result, () -> new OutputStream() {
                @Override
                public void write(int b) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(byte[] buffer, int offset, int length) {
                    longest[0] = Math.max(longest[0], buffer.length);
                }
            });

            assertThat(bytes).isGreaterThan(4L * longest[0]);
            assertThat(longest[0]).isEqualTo(64 * 1024);
        }
    }

    /** How many are left once the garbage is really collected, which a witness proves. */
    private static long reachable(List<WeakReference<Finding>> sample) {
        WeakReference<Object> witness = new WeakReference<>(new Object());
        do {
            System.gc();
        } while (witness.get() != null);
        long left = sample.stream().filter(one -> one.get() != null).count();
        Reference.reachabilityFence(sample);
        return left;
    }
}
