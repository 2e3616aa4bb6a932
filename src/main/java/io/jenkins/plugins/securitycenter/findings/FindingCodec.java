package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads and writes findings and their parts in binary form. Any change here changes the format of the stored files. */
public final class FindingCodec {

    /** The format that is written; all earlier ones can be read. */
    public static final int FORMAT = 3;

    private static final FindingState[] STATES = FindingState.values();

    private FindingCodec() {}

    /** Writes a finding, but only the number and the id of its plugin. */
    public static void write(DataOutput out, RecordedFinding recorded, int plugin) throws IOException {
        Finding finding = recorded.finding();
        out.writeByte(recorded.state().ordinal());
        out.writeInt(plugin);
        BinaryFormat.writeText(out, finding.plugin().id());
        writeHost(out, finding.host());
        writeReference(out, finding.repository());
        out.writeByte(finding.severity().id());
        out.writeInt(finding.port());
        BinaryFormat.writeText(out, finding.protocol());
        out.writeByte(flags(recorded));
        BinaryFormat.writeScore(out, finding.risk().cvss());
        BinaryFormat.writeScore(out, finding.risk().vpr());
        BinaryFormat.writeTime(out, finding.firstSeen());
        BinaryFormat.writeTime(out, finding.lastSeen());
        BinaryFormat.writeText(out, finding.output());
        writeAssessment(out, recorded);
    }

    private static void writeAssessment(DataOutput out, RecordedFinding recorded) throws IOException {
        Risk risk = recorded.finding().risk();
        out.writeByte(risk.cvssVersion());
        BinaryFormat.writeScore(out, risk.epssPercent());
        BinaryFormat.writeText(out, risk.acceptedComment());
        out.writeInt(day(recorded.dueDate()));
        if (recorded.suppressed()) {
            Suppression suppression = recorded.suppression().get();
            BinaryFormat.writeText(out, suppression.rule());
            out.writeInt(day(suppression.until()));
            BinaryFormat.writeText(out, suppression.reason());
        }
    }

    static int flags(RecordedFinding recorded) {
        Risk risk = recorded.finding().risk();
        return (risk.exploitAvailable() ? FindingColumns.EXPLOIT : 0)
                | (risk.accepted() ? FindingColumns.ACCEPTED : 0)
                | (risk.recast() ? FindingColumns.RECAST : 0)
                | (recorded.suppressed() ? FindingColumns.SUPPRESSED : 0)
                | (recorded.overdue() ? FindingColumns.OVERDUE : 0);
    }

    /** @param format the format of the file, at most {@link #FORMAT} */
    public static RecordedFinding read(DataInputStream in, PluginLookup plugins, int format) throws IOException {
        FindingState state = STATES[in.readByte()];
        Plugin plugin = plugins.plugin(in.readInt(), BinaryFormat.readText(in));
        Host host = readHost(in);
        ResourceReference repository = readReference(in);
        Severity severity = Severity.ofId(in.readByte()).orElseThrow();
        int port = readPort(in);
        String protocol = BinaryFormat.readText(in);
        int flags = in.readByte();
        OptionalDouble cvss = BinaryFormat.readScore(in);
        OptionalDouble vpr = BinaryFormat.readScore(in);
        Optional<Instant> firstSeen = BinaryFormat.readTime(in);
        Optional<Instant> lastSeen = BinaryFormat.readTime(in);
        String output = BinaryFormat.readText(in);
        Risk risk = new Risk(
                (flags & FindingColumns.EXPLOIT) != 0,
                cvss,
                format > 1 ? in.readByte() : 0,
                vpr,
                format > 1 ? BinaryFormat.readScore(in) : OptionalDouble.empty(),
                (flags & FindingColumns.ACCEPTED) != 0,
                format > 1 ? BinaryFormat.readText(in) : "",
                (flags & FindingColumns.RECAST) != 0);
        Finding finding =
                new Finding(plugin, severity, host, port, protocol, repository, risk, firstSeen, lastSeen, output);
        return format > 1 ? readAssessment(in, finding, state, flags) : new RecordedFinding(finding, state);
    }

    private static RecordedFinding readAssessment(DataInputStream in, Finding finding, FindingState state, int flags)
            throws IOException {
        int due = in.readInt();
        Optional<LocalDate> dueDate =
                due == FindingColumns.NO_DATE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(due));
        Optional<Suppression> suppression = (flags & FindingColumns.SUPPRESSED) == 0
                ? Optional.empty()
                : Optional.of(new Suppression(
                        BinaryFormat.readText(in), LocalDate.ofEpochDay(in.readInt()), BinaryFormat.readText(in)));
        return new RecordedFinding(finding, state, suppression, dueDate, (flags & FindingColumns.OVERDUE) != 0);
    }

    private static int readPort(DataInputStream in) throws IOException {
        int port = in.readInt();
        if (port < 0 || port > Finding.MOST_PORTS) {
            throw new IOException("Port must be from 0 to " + Finding.MOST_PORTS + ", but was " + port + ".");
        }
        return port;
    }

    /** Returns the days since 1970, or {@link FindingColumns#NO_DATE}. */
    static int day(Optional<LocalDate> date) {
        return date.map(FindingCodec::day).orElse(FindingColumns.NO_DATE);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    static void writePlugin(DataOutput out, Plugin plugin) throws IOException {
        BinaryFormat.writeText(out, plugin.id());
        BinaryFormat.writeText(out, plugin.name());
        BinaryFormat.writeText(out, plugin.family());
        BinaryFormat.writeText(out, plugin.synopsis());
        BinaryFormat.writeText(out, plugin.description());
        BinaryFormat.writeText(out, plugin.solution());
        BinaryFormat.writeTexts(out, plugin.cves());
        BinaryFormat.writeTexts(out, plugin.seeAlso());
        out.writeByte(plugin.checkType().ordinal());
        BinaryFormat.writeTexts(out, plugin.xrefs());
        BinaryFormat.writeTime(out, plugin.patchPublished());
    }

    static Plugin readPlugin(DataInputStream in, int format) throws IOException {
        return new Plugin(
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readTexts(in),
                BinaryFormat.readTexts(in),
                format > 1 ? Plugin.CheckType.values()[in.readByte()] : Plugin.CheckType.UNKNOWN,
                format > 1 ? BinaryFormat.readTexts(in) : List.of(),
                format > 1 ? BinaryFormat.readTime(in) : Optional.empty());
    }

    static void writeHost(DataOutput out, Host host) throws IOException {
        BinaryFormat.writeText(out, host.ip());
        BinaryFormat.writeText(out, host.uuid());
        BinaryFormat.writeText(out, host.dnsName());
        BinaryFormat.writeText(out, host.netbiosName());
        BinaryFormat.writeText(out, host.url());
        BinaryFormat.writeText(out, host.uniqueness());
    }

    static Host readHost(DataInputStream in) throws IOException {
        return new Host(
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in));
    }

    static void writeReference(DataOutput out, ResourceReference reference) throws IOException {
        BinaryFormat.writeText(out, reference.id());
        BinaryFormat.writeText(out, reference.name());
    }

    static ResourceReference readReference(DataInputStream in) throws IOException {
        return new ResourceReference(BinaryFormat.readText(in), BinaryFormat.readText(in));
    }
}
