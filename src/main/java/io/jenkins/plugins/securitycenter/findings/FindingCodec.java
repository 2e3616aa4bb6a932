package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and writes parts of findings in binary form. Any change here changes the format of the stored files. */
public final class FindingCodec {

    /** The format that is written; all earlier ones can be read. */
    public static final int FORMAT = 5;

    /** The first format that says whether the server sent exploits and references to catalogues. */
    static final int UNKNOWN_RISKS = 5;

    /** The first format with the plugin outputs of findings apart from their other fields. */
    static final int OUTPUTS_APART = 4;

    /** The first format with the solutions of plugins in the segments. */
    static final int SOLUTIONS_IN_SEGMENTS = 3;

    private FindingCodec() {}

    static int flags(RecordedFinding recorded) {
        Risk risk = recorded.finding().risk();
        return (risk.exploitAvailable() ? FindingColumns.EXPLOIT : 0)
                | (risk.exploit().isEmpty() ? FindingColumns.EXPLOIT_UNKNOWN : 0)
                | (risk.accepted() ? FindingColumns.ACCEPTED : 0)
                | (risk.recast() ? FindingColumns.RECAST : 0)
                | (recorded.suppressed() ? FindingColumns.SUPPRESSED : 0)
                | (recorded.overdue() ? FindingColumns.OVERDUE : 0);
    }

    /** Returns whether an exploit is available; empty if that is unknown. */
    static Optional<Boolean> exploit(int flags) {
        return (flags & FindingColumns.EXPLOIT_UNKNOWN) == 0
                ? Optional.of((flags & FindingColumns.EXPLOIT) != 0)
                : Optional.empty();
    }

    /** Returns the days since 1970, or {@link FindingColumns#NO_DATE}. */
    static int day(Optional<LocalDate> date) {
        return date.map(FindingCodec::day).orElse(FindingColumns.NO_DATE);
    }

    static int day(LocalDate date) {
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
        out.writeByte(flags(plugin.unknown()));
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
                format > 1 ? BinaryFormat.readTime(in) : Optional.empty(),
                format < UNKNOWN_RISKS ? format > 1 ? Set.of() : Set.of(Plugin.Field.XREF) : fields(in.readByte()));
    }

    private static int flags(Set<Plugin.Field> fields) {
        return fields.stream().mapToInt(field -> 1 << field.ordinal()).sum();
    }

    private static Set<Plugin.Field> fields(int flags) {
        return Arrays.stream(Plugin.Field.values())
                .filter(field -> (flags & 1 << field.ordinal()) != 0)
                .collect(Collectors.toSet());
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
