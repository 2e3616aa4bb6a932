package io.jenkins.plugins.securitycenter.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The coverage of one scan result ({@code /scanResult/{id}}): what its findings can refer to, as far as the server
 * reports it.
 *
 * @param repository the repository of its findings; empty if unknown
 * @param addresses the addresses that it processed, in ascending order and without overlaps; empty if unknown
 * @param startTime when it started; empty if unknown, for an imported file, which can be old, and for an agent scan, which
 *     collects earlier findings of agents
 * @param state its status and that of its import
 * @param byAgents whether agents on the hosts scanned them
 * @param reached the number of hosts that responded; empty if unknown, or if its findings were not imported
 * @param total the number of addresses that it was to scan; empty if unknown
 * @param scan its definition; empty if that was deleted, or for an imported file
 * @param details the name of its policy, or {@code Plugin #12302} for a scan of a single plugin; empty if unknown
 */
public record ScanCoverage(
        Optional<ResourceReference> repository,
        List<AddressRange> addresses,
        Optional<Instant> startTime,
        ScanState state,
        boolean byAgents,
        OptionalLong reached,
        OptionalLong total,
        Optional<ResourceReference> scan,
        String details) {

    /** The fields to request, by their API names; only single scan results have the progress. */
    public static final String FIELDS = "id,name,status,importStatus,repository,progress,scan,startTime,totalIPs,"
            + "scannedIPs,dataFormat,resultType,agentScanUUID,details";

    private static final String AGENT = "agent";
    private static final String AGENT_NAME = "[Agent Scan Import]";
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final List<String> LISTS =
            List.of("scannedIPs", "scanningIPs", "awaitingDownloadIPs", "deadHostIPs");

    public static ScanCoverage of(Attributes result) {
        ScanState state = new ScanState(result.text("status"), result.text("importStatus"), false);
        return new ScanCoverage(
                result.reference("repository"),
                addresses(result.object("progress")),
                startTime(result),
                state,
                byAgents(result),
                state.scanEnded() && (state.imported() || !state.importEnded())
                        ? reached(result)
                        : OptionalLong.empty(),
                total(result),
                result.reference("scan"),
                result.line("details"));
    }

    /** Returns whether it may not have processed all of its targets: it ended early, failed, or has not ended. */
    public boolean partial() {
        return !state.completed();
    }

    /** Returns whether its findings can be read: they were imported, or there are none because no host responded. */
    public boolean complete() {
        return state.imported() || reachedNothing();
    }

    private static OptionalLong total(Attributes result) {
        long total = Math.max(
                result.number("totalIPs", -1), result.object("progress").number("totalIPs", -1));
        return total > 0 ? OptionalLong.of(total) : OptionalLong.empty();
    }

    /**
     * Returns the number of hosts that responded. The count outside the progress includes dead hosts, so only zero is
     * meaningful.
     */
    private static OptionalLong reached(Attributes result) {
        Attributes progress = result.object("progress");
        if (progress.has("scannedSize") || progress.has("scannedIPs")) {
            long listed = progress.list("scannedIPs").size();
            return OptionalLong.of(Math.max(listed, progress.number("scannedSize", listed)));
        }
        boolean none = result.number("scannedIPs", -1) == 0
                && !byAgents(result)
                && (result.number("totalIPs", -1) > 0
                        || result.reference("scan").isEmpty());
        return none ? OptionalLong.of(0) : OptionalLong.empty();
    }

    /** Returns whether the server reports that no host responded to the scan. */
    public boolean reachedNothing() {
        return reached.isPresent() && reached.getAsLong() == 0;
    }

    private static List<AddressRange> addresses(Attributes progress) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String list : LISTS) {
            for (String part : progress.list(list)) {
                Optional<AddressRange> range = range(part);
                if (range.isEmpty()) {
                    return List.of();
                }
                ranges.add(range.get());
            }
        }
        return AddressRange.joined(ranges);
    }

    /**
     * Returns why the finding cannot come from this scan; empty if it can. Findings of web applications have no address
     * to check.
     */
    public Optional<String> mismatch(Finding finding) {
        String foundIn = finding.repository().id();
        if (repository.isPresent()
                && !foundIn.isEmpty()
                && !foundIn.equals(repository.get().id())) {
            return Optional.of("in repository \"" + finding.repository().name() + "\" instead of \""
                    + repository.get().name() + "\"");
        }
        Optional<AddressRange> address =
                addresses.isEmpty() ? Optional.empty() : range(finding.host().ip());
        return address.isEmpty() || covers(address.get())
                ? Optional.empty()
                : Optional.of("on host " + finding.host().ip() + ", which that scan did not reach");
    }

    /**
     * Returns whether the finding was last seen before the scan started, with a tolerance of one day for clock
     * differences.
     */
    public boolean before(Finding finding) {
        return startTime.isPresent()
                && finding.lastSeen().isPresent()
                && finding.lastSeen().get().isBefore(startTime.get().minus(CLOCKS_DIFFER));
    }

    private static Optional<Instant> startTime(Attributes result) {
        return result.reference("scan").isPresent() && !byAgents(result)
                ? result.exact().time("startTime")
                : Optional.empty();
    }

    private static boolean byAgents(Attributes result) {
        return result.text("resultType").equalsIgnoreCase(AGENT)
                || result.text("dataFormat").equalsIgnoreCase(AGENT)
                || result.object("repository").text("dataFormat").equalsIgnoreCase(AGENT)
                || result.reference("agentScanUUID").isPresent()
                || result.text("name").endsWith(AGENT_NAME);
    }

    private boolean covers(AddressRange address) {
        int low = 0;
        int high = addresses.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            AddressRange range = addresses.get(middle);
            if (range.contains(address)) {
                return true;
            }
            if (range.compareTo(address) < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    private static Optional<AddressRange> range(String text) {
        try {
            return ScanTarget.parse(text).range();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
