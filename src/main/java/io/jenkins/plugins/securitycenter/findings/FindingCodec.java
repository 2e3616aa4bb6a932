package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/** Reads and writes findings and their parts in binary form. Any change here changes the format of the stored files. */
public final class FindingCodec {

    private static final int EXPLOIT = 1;
    private static final int ACCEPTED = 2;
    private static final int RECAST = 4;

    private FindingCodec() {}

    /** Writes a finding, but only the number and the id of its plugin. */
    public static void write(DataOutput out, Finding finding, int plugin) throws IOException {
        out.writeInt(plugin);
        BinaryFormat.writeText(out, finding.plugin().id());
        writeHost(out, finding.host());
        writeReference(out, finding.repository());
        writeRest(out, finding);
    }

    public static Finding read(DataInputStream in, PluginLookup plugins) throws IOException {
        Plugin plugin = plugins.plugin(in.readInt(), BinaryFormat.readText(in));
        return readRest(in, plugin, readHost(in), readReference(in));
    }

    private static void writeRest(DataOutput out, Finding finding) throws IOException {
        Risk risk = finding.risk();
        out.writeByte(finding.severity().id());
        out.writeInt(finding.port());
        BinaryFormat.writeText(out, finding.protocol());
        out.writeByte((risk.exploitAvailable() ? EXPLOIT : 0)
                | (risk.accepted() ? ACCEPTED : 0)
                | (risk.recast() ? RECAST : 0));
        BinaryFormat.writeScore(out, risk.cvss());
        BinaryFormat.writeScore(out, risk.vpr());
        BinaryFormat.writeTime(out, finding.firstSeen());
        BinaryFormat.writeTime(out, finding.lastSeen());
        BinaryFormat.writeText(out, finding.output());
    }

    private static Finding readRest(DataInputStream in, Plugin plugin, Host host, ResourceReference repository)
            throws IOException {
        Severity severity = Severity.ofId(in.readByte()).orElseThrow();
        int port = in.readInt();
        if (port < 0 || port > Finding.MOST_PORTS) {
            throw new IOException("Port must be from 0 to " + Finding.MOST_PORTS + ", but was " + port + ".");
        }
        String protocol = BinaryFormat.readText(in);
        int flags = in.readByte();
        Risk risk = new Risk(
                (flags & EXPLOIT) != 0,
                BinaryFormat.readScore(in),
                BinaryFormat.readScore(in),
                (flags & ACCEPTED) != 0,
                (flags & RECAST) != 0);
        return new Finding(
                plugin,
                severity,
                host,
                port,
                protocol,
                repository,
                risk,
                BinaryFormat.readTime(in),
                BinaryFormat.readTime(in),
                BinaryFormat.readText(in));
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
    }

    static Plugin readPlugin(DataInputStream in) throws IOException {
        return new Plugin(
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readText(in),
                BinaryFormat.readTexts(in),
                BinaryFormat.readTexts(in));
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
