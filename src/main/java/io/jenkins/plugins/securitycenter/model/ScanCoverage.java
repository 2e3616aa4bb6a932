package io.jenkins.plugins.securitycenter.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one run of a scan can have found ({@code /scanResult/{id}}), as far as the server tells.
 *
 * @param repository where its findings are; empty when that is not known
 * @param addresses those that it dealt with, in ascending order and apart from each other; none when they are not known
 * @param begun when it began; empty when that is not known, for an imported file, which can be old, and for an agent
 *     scan, which collects what agents found before it
 * @param partial whether it ended before it had reached all of its targets
 * @param reached how many hosts answered it; empty when that is not known, or its findings were not imported
 */
public record ScanCoverage(
        Optional<Reference> repository,
        List<AddressRange> addresses,
        Optional<Instant> begun,
        boolean partial,
        OptionalLong reached) {

    /** The fields to ask for, in the API's names; the progress is only told of single results. */
    public static final String FIELDS = "id,name,status,importStatus,repository,progress,scan,startTime,totalIPs,"
            + "scannedIPs,dataFormat,resultType,agentScanUUID";

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
                begun(result),
                new ScanState(state.status(), "", false).partial(),
                state.scanEnded() && (state.imported() || !state.importEnded())
                        ? reached(result)
                        : OptionalLong.empty());
    }

    /** The count beside the progress has dead hosts too, so that only zero tells something. */
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

    /** Whether no host answered the scan, as the server says itself. */
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

    /** Why the finding cannot come from that scan; empty when it can. Web applications have no address to judge by. */
    public Optional<String> objection(Finding finding) {
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

    /** Whether the finding was last seen before the scan began, with a day for clocks that differ. */
    public boolean before(Finding finding) {
        return begun.isPresent()
                && finding.lastSeen().isPresent()
                && finding.lastSeen().get().isBefore(begun.get().minus(CLOCKS_DIFFER));
    }

    private static Optional<Instant> begun(Attributes result) {
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
