package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A filter prepared for the columns of a table. Compares strings only once for each plugin and host. */
final class RowFilter implements IntPredicate {

    private static final int MOST_WORDS = 30;
    private static final int EXCLUDED = 1 << 31;

    private final FindingColumns columns;
    private final int port;
    private final int flags;
    private final int mask;
    private final int minimumEpss;
    private final boolean nothing;
    private final boolean[] severities;
    private final boolean[] changes;
    private final List<String> words;
    private final int[] plugins;
    private final int[] hosts;
    /** Whether the plugin and the host matter. */
    private final boolean named;

    RowFilter(FindingTable table, TableFilter filter) {
        this(table, filter, false);
    }

    private RowFilter(FindingTable table, TableFilter filter, boolean open) {
        columns = table.columns();
        port = filter.port();
        flags = (filter.exploitable() ? FindingColumns.EXPLOIT : 0)
                | (filter.risk().overdue() ? FindingColumns.OVERDUE : 0)
                | (filter.suppressed() ? FindingColumns.SUPPRESSED : 0);
        nothing = open && filter.suppressed();
        minimumEpss = filter.risk().minimumEpss();
        mask = flags | FindingColumns.SUPPRESSED | (open || !filter.fix().isEmpty() ? FindingColumns.ACCEPTED : 0);
        severities = flags(
                Severity.values(),
                s -> filter.severities().isEmpty() || filter.severities().contains(s));
        changes = flags(
                FindingState.values(),
                c -> (c.current() || !open && !filter.changes().isEmpty())
                        && (filter.changes().isEmpty() || filter.changes().contains(c)));
        words = Arrays.stream(filter.search().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        plugins = table.plugins().stream()
                .mapToInt(plugin -> marks(plugin, filter))
                .toArray();
        for (int i = 0; i < plugins.length && !filter.fix().isEmpty(); i++) {
            plugins[i] = table.fixes().get(i).id().equals(filter.fix()) ? plugins[i] : EXCLUDED;
        }
        hosts = table.hosts().stream().mapToInt(host -> marks(host, filter)).toArray();
        named = IntStream.concat(Arrays.stream(plugins), Arrays.stream(hosts)).anyMatch(mark -> mark != 0)
                || !words.isEmpty();
    }

    /** Selects only open findings: current ones that are neither suppressed nor accepted. */
    static RowFilter open(FindingTable table, TableFilter filter) {
        return new RowFilter(table, filter, true);
    }

    @Override
    public boolean test(int row) {
        return !nothing
                && severities[columns.get(Field.SEVERITY, row)]
                && changes[columns.get(Field.CHANGE, row)]
                && (columns.get(Field.FLAGS, row) & mask) == flags
                && (!named || named(row))
                && (minimumEpss == 0 || epss(row) >= minimumEpss)
                && (port < 0 || port == columns.get(Field.PORT, row));
    }

    /** Returns the number of rows that match the filter. */
    int count() {
        return forEach(row -> {});
    }

    /** Passes on the rows that match the filter, in ascending order, and returns their number. */
    int forEach(IntConsumer consumer) {
        int count = 0;
        // a stream takes several times as long until it is compiled
        for (int row = 0; row < columns.rows(); row++) {
            if (test(row)) {
                consumer.accept(row);
                count++;
            }
        }
        return count;
    }

    private boolean named(int row) {
        int found = plugins[columns.get(Field.PLUGIN, row)] | hosts[columns.get(Field.HOST, row)];
        return found == (1 << words.size()) - 1;
    }

    /** Returns the score in percent, or not a number if there is none. */
    private double epss(int row) {
        return columns.epss(row).orElse(Double.NaN);
    }

    private int marks(Plugin plugin, TableFilter filter) {
        boolean wanted = filter.risk().takes(plugin)
                && (filter.cve().isEmpty() || plugin.cves().stream().anyMatch(filter.cve()::equalsIgnoreCase))
                && (filter.plugin().isEmpty() || filter.plugin().equals(plugin.id()))
                && (filter.family().isEmpty() || filter.family().equalsIgnoreCase(plugin.family()));
        if (!wanted) {
            return EXCLUDED;
        }
        return words.isEmpty()
                ? 0
                : found(plugin.id(), plugin.name(), plugin.family(), String.join(" ", plugin.cves()));
    }

    private int marks(Host host, TableFilter filter) {
        if (filter.host().isEmpty() && words.isEmpty()) {
            return 0;
        }
        String[] names = {host.ip(), host.dnsName(), host.netbiosName(), host.url(), host.uuid()};
        return filter.host().isEmpty()
                        || Stream.of(names).anyMatch(filter.host()::equalsIgnoreCase)
                        || host.isAt(filter.host())
                ? found(names)
                : EXCLUDED;
    }

    /** Returns a bit mask with one bit for each search word that one of the strings contains. */
    private int found(String... texts) {
        String text = String.join("\n", texts).toLowerCase(Locale.ROOT);
        int found = 0;
        for (int i = 0; i < words.size(); i++) {
            found |= text.contains(words.get(i)) ? 1 << i : 0;
        }
        return found;
    }

    private static <T> boolean[] flags(T[] values, Predicate<T> wanted) {
        boolean[] flags = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            flags[i] = wanted.test(values[i]);
        }
        return flags;
    }
}
