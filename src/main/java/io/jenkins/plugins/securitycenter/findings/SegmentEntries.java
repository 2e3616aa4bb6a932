package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The plugins and hosts of the segments of a file, to which the columns refer. */
final class SegmentEntries {

    private final FileFooter footer;
    private final List<Plugin> plugins = new ArrayList<>();
    private final List<Host> hosts = new ArrayList<>();

    SegmentEntries(FileFooter footer) {
        this.footer = footer;
    }

    List<Plugin> plugins() {
        return plugins;
    }

    List<Host> hosts() {
        return hosts;
    }

    void clear() {
        plugins.clear();
        hosts.clear();
    }

    /** Reads the columns of a segment and its plugins and hosts, and adds them to those of earlier segments. */
    void append(DataInputStream in, FindingColumns columns) throws IOException {
        columns.append(in, footer.format());
        for (int left = in.readInt(); left > 0; left--) {
            plugins.add(FindingCodec.readPlugin(in, footer.format()));
        }
        for (int left = in.readInt(); left > 0; left--) {
            hosts.add(FindingCodec.readHost(in));
        }
    }

    /** Returns whether the columns refer to existing entries only. */
    boolean match(FindingColumns columns) {
        return refer(columns, Field.SEVERITY, Severity.values().length)
                && refer(columns, Field.CHANGE, FindingState.values().length)
                && refer(columns, Field.PROTOCOL, footer.protocols().size())
                && refer(columns, Field.REPOSITORY, footer.repositories().size())
                && refer(columns, Field.PLUGIN, plugins.size())
                && refer(columns, Field.HOST, hosts.size());
    }

    private static boolean refer(FindingColumns columns, Field field, int count) {
        // a stream takes several times as long
        for (int row = 0; row < columns.rows(); row++) {
            int value = columns.get(field, row);
            if (value < 0 || value >= count) {
                return false;
            }
        }
        return true;
    }
}
