package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.DataOutput;
import java.io.IOException;
import java.util.IdentityHashMap;

/**
 * Writes a sequence of findings in binary form: their plugin outputs apart from the other fields, because comparisons need
 * only these, and each host and repository once. Any change here changes the format of the stored files.
 */
public final class FindingEncoder {

    private final DataOutput fields;
    private final DataOutput outputs;
    private final IdentityHashMap<Host, Integer> hosts = new IdentityHashMap<>();
    private final IdentityHashMap<ResourceReference, Integer> repositories = new IdentityHashMap<>();

    /** @param outputs receives the plugin outputs; may be the same as {@code fields} */
    public FindingEncoder(DataOutput fields, DataOutput outputs) {
        this.fields = fields;
        this.outputs = outputs;
    }

    /** Writes a finding, but only the number and the id of its plugin. */
    public void write(RecordedFinding recorded, int plugin) throws IOException {
        Finding finding = recorded.finding();
        fields.writeByte(recorded.state().ordinal());
        fields.writeInt(plugin);
        BinaryFormat.writeText(fields, finding.plugin().id());
        if (isFirst(hosts, finding.host())) {
            FindingCodec.writeHost(fields, finding.host());
        }
        if (isFirst(repositories, finding.repository())) {
            FindingCodec.writeReference(fields, finding.repository());
        }
        fields.writeByte(finding.severity().id());
        fields.writeInt(finding.port());
        BinaryFormat.writeText(fields, finding.protocol());
        fields.writeByte(FindingCodec.flags(recorded));
        BinaryFormat.writeScore(fields, finding.risk().cvss());
        BinaryFormat.writeScore(fields, finding.risk().vpr());
        BinaryFormat.writeTime(fields, finding.firstSeen());
        BinaryFormat.writeTime(fields, finding.lastSeen());
        writeAssessment(recorded);
        BinaryFormat.writeText(outputs, finding.output());
    }

    /** Writes the number of the value in the sequence, and returns whether the value itself must follow. */
    private <T> boolean isFirst(IdentityHashMap<T, Integer> known, T value) throws IOException {
        Integer number = known.putIfAbsent(value, known.size());
        fields.writeInt(number == null ? known.size() - 1 : number);
        return number == null;
    }

    private void writeAssessment(RecordedFinding recorded) throws IOException {
        Risk risk = recorded.finding().risk();
        fields.writeByte(risk.cvssVersion());
        BinaryFormat.writeScore(fields, risk.epssPercent());
        BinaryFormat.writeText(fields, risk.acceptedComment());
        fields.writeInt(FindingCodec.day(recorded.dueDate()));
        if (recorded.suppressed()) {
            Suppression suppression = recorded.suppression().get();
            BinaryFormat.writeText(fields, suppression.rule());
            fields.writeInt(FindingCodec.day(suppression.until()));
            BinaryFormat.writeText(fields, suppression.reason());
        }
    }
}
