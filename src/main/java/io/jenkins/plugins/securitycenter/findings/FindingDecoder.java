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
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sequence of findings that a {@link FindingEncoder} wrote. Opens the plugin outputs only if one is wanted. Files of
 * earlier formats have the outputs, hosts and repositories among the other fields of each finding.
 */
public final class FindingDecoder {

    /** Opens the plugin outputs. */
    @FunctionalInterface
    public interface Outputs {
        DataInputStream open() throws IOException;
    }

    private static final FindingState[] STATES = FindingState.values();

    private final DataInputStream fields;
    private final Outputs outputs;
    private final int format;
    private final List<Host> hosts = new ArrayList<>();
    private final List<ResourceReference> repositories = new ArrayList<>();
    private @Nullable DataInputStream opened;
    /** The number of findings that were read. */
    private int read;
    /** The number of plugin outputs that were read or skipped. */
    private int passed;

    /** @param format the format of the file, at most {@link FindingCodec#FORMAT} */
    public FindingDecoder(DataInputStream fields, Outputs outputs, int format) {
        this.fields = fields;
        this.outputs = outputs;
        this.format = format;
    }

    /** Returns the next finding, possibly without its plugin output. */
    public RecordedFinding next(PluginLookup plugins) throws IOException {
        read++;
        FindingState state = STATES[fields.readByte()];
        Plugin plugin = plugins.plugin(fields.readInt(), BinaryFormat.readText(fields));
        Host host = host();
        ResourceReference repository = repository();
        Severity severity = Severity.ofId(fields.readByte()).orElseThrow();
        int port = port();
        String protocol = BinaryFormat.readText(fields);
        int flags = fields.readByte();
        OptionalDouble cvss = BinaryFormat.readScore(fields);
        OptionalDouble vpr = BinaryFormat.readScore(fields);
        Optional<Instant> firstSeen = BinaryFormat.readTime(fields);
        Optional<Instant> lastSeen = BinaryFormat.readTime(fields);
        String output = outputsApart() ? "" : BinaryFormat.readText(fields);
        Risk risk = new Risk(
                FindingCodec.exploit(flags),
                cvss,
                format > 1 ? fields.readByte() : 0,
                vpr,
                format > 1 ? BinaryFormat.readScore(fields) : OptionalDouble.empty(),
                (flags & FindingColumns.ACCEPTED) != 0,
                format > 1 ? BinaryFormat.readText(fields) : "",
                (flags & FindingColumns.RECAST) != 0);
        Finding finding =
                new Finding(plugin, severity, host, port, protocol, repository, risk, firstSeen, lastSeen, output);
        return format > 1 ? assessed(finding, state, flags) : new RecordedFinding(finding, state);
    }

    /** Returns the finding that was read last with its plugin output. Call it at most once for each finding. */
    public RecordedFinding complete(RecordedFinding last) throws IOException {
        if (!outputsApart()) {
            return last;
        }
        DataInputStream texts = opened == null ? outputs.open() : opened;
        opened = texts;
        while (passed < read - 1) {
            BinaryFormat.skipBytes(texts);
            passed++;
        }
        passed++;
        return last.withOutput(BinaryFormat.readText(texts));
    }

    private boolean outputsApart() {
        return format >= FindingCodec.OUTPUTS_APART;
    }

    private Host host() throws IOException {
        return outputsApart() ? known(hosts, FindingCodec::readHost) : FindingCodec.readHost(fields);
    }

    private ResourceReference repository() throws IOException {
        return outputsApart() ? known(repositories, FindingCodec::readReference) : FindingCodec.readReference(fields);
    }

    private <T> T known(List<T> values, SectionReader.Content<T> value) throws IOException {
        int number = fields.readInt();
        if (number == values.size()) {
            values.add(value.read(fields));
        }
        return values.get(number);
    }

    private int port() throws IOException {
        int port = fields.readInt();
        if (port < 0 || port > Finding.MOST_PORTS) {
            throw new IOException("Port must be from 0 to " + Finding.MOST_PORTS + ", but was " + port + ".");
        }
        return port;
    }

    private RecordedFinding assessed(Finding finding, FindingState state, int flags) throws IOException {
        int due = fields.readInt();
        Optional<LocalDate> dueDate =
                due == FindingColumns.NO_DATE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(due));
        Optional<Suppression> suppression = (flags & FindingColumns.SUPPRESSED) == 0
                ? Optional.empty()
                : Optional.of(new Suppression(
                        BinaryFormat.readText(fields),
                        LocalDate.ofEpochDay(fields.readInt()),
                        BinaryFormat.readText(fields)));
        return new RecordedFinding(finding, state, suppression, dueDate, (flags & FindingColumns.OVERDUE) != 0);
    }
}
