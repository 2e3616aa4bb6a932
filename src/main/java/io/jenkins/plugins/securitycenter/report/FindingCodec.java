package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Reference;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/** Reads and writes findings and their parts in binary form. Any change here changes the format of the stored files. */
final class FindingCodec {

    private static final int EXPLOIT = 1;
    private static final int ACCEPTED = 2;
    private static final int RECAST = 4;

    private FindingCodec() {}

    /** Writes a finding, but only the number and the id of its plugin. */
    static void write(DataOutput out, Finding finding, int plugin) throws IOException {
        out.writeInt(plugin);
        Binary.writeText(out, finding.plugin().id());
        writeHost(out, finding.host());
        writeReference(out, finding.repository());
        writeRest(out, finding);
    }

    static Finding read(DataInputStream in, PluginSource plugins) throws IOException {
        Plugin plugin = plugins.plugin(in.readInt(), Binary.readText(in));
        return readRest(in, plugin, readHost(in), readReference(in));
    }

    private static void writeRest(DataOutput out, Finding finding) throws IOException {
        Risk risk = finding.risk();
        out.writeByte(finding.severity().id());
        out.writeInt(finding.port());
        Binary.writeText(out, finding.protocol());
        out.writeByte((risk.exploitAvailable() ? EXPLOIT : 0)
                | (risk.accepted() ? ACCEPTED : 0)
                | (risk.recast() ? RECAST : 0));
        Binary.writeScore(out, risk.cvss());
        Binary.writeScore(out, risk.vpr());
        Binary.writeTime(out, finding.firstSeen());
        Binary.writeTime(out, finding.lastSeen());
        Binary.writeText(out, finding.output());
    }

    private static Finding readRest(DataInputStream in, Plugin plugin, Host host, Reference repository)
            throws IOException {
        Severity severity = Severity.ofId(in.readByte()).orElseThrow();
        int port = in.readInt();
        if (port < 0 || port > Finding.MOST_PORTS) {
            throw new IOException("Port must be from 0 to " + Finding.MOST_PORTS + ", but was " + port + ".");
        }
        String protocol = Binary.readText(in);
        int flags = in.readByte();
        Risk risk = new Risk(
                (flags & EXPLOIT) != 0,
                Binary.readScore(in),
                Binary.readScore(in),
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
                Binary.readTime(in),
                Binary.readTime(in),
                Binary.readText(in));
    }

    static void writePlugin(DataOutput out, Plugin plugin) throws IOException {
        Binary.writeText(out, plugin.id());
        Binary.writeText(out, plugin.name());
        Binary.writeText(out, plugin.family());
        Binary.writeText(out, plugin.synopsis());
        Binary.writeText(out, plugin.description());
        Binary.writeText(out, plugin.solution());
        Binary.writeTexts(out, plugin.cves());
        Binary.writeTexts(out, plugin.seeAlso());
    }

    static Plugin readPlugin(DataInputStream in) throws IOException {
        return new Plugin(
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readTexts(in),
                Binary.readTexts(in));
    }

    static void writeHost(DataOutput out, Host host) throws IOException {
        Binary.writeText(out, host.ip());
        Binary.writeText(out, host.uuid());
        Binary.writeText(out, host.dnsName());
        Binary.writeText(out, host.netbiosName());
        Binary.writeText(out, host.url());
        Binary.writeText(out, host.uniqueness());
    }

    static Host readHost(DataInputStream in) throws IOException {
        return new Host(
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in),
                Binary.readText(in));
    }

    static void writeReference(DataOutput out, Reference reference) throws IOException {
        Binary.writeText(out, reference.id());
        Binary.writeText(out, reference.name());
    }

    static Reference readReference(DataInputStream in) throws IOException {
        return new Reference(Binary.readText(in), Binary.readText(in));
    }
}
