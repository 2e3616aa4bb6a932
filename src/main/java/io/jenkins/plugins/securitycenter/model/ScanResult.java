package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scan result, which is one run of a scan ({@code /scanResult}).
 *
 * @param scan the scan definition; empty once it is deleted, and for an imported file
 * @param coverage what its findings can refer to; empty if it was not requested
 * @param problem SecurityCenter's reason why the scan or its import failed; empty if there is none
 */
public record ScanResult(
        String id,
        String name,
        ScanState state,
        ScanProgress progress,
        Times times,
        Optional<ResourceReference> scan,
        Optional<ResourceReference> repository,
        Optional<ResourceReference> initiator,
        boolean downloadAvailable,
        Optional<ScanCoverage> coverage,
        String problem) {

    /** The fields to request, by their API names; all of them are available in lists, too. */
    public static final String FIELDS = "id,name,status,importStatus,running,errorDetails,importErrorDetails,totalIPs,"
            + "scannedIPs,completedIPs,completedChecks,totalChecks,startTime,finishTime,importFinish,createdTime,"
            + "downloadAvailable,scan,repository,initiator";

    /** The fields to request for a result with its coverage, by their API names; lists do not have all of them. */
    public static final String FIELDS_WITH_COVERAGE = Stream.of(FIELDS, ScanCoverage.FIELDS)
            .flatMap(fields -> Stream.of(fields.split(",")))
            .distinct()
            .collect(Collectors.joining(","));

    /** When the run was created, started, finished and imported; empty if that has not happened yet. */
    public record Times(
            Optional<Instant> created,
            Optional<Instant> started,
            Optional<Instant> finished,
            Optional<Instant> imported) {}

    public static ScanResult of(Attributes attributes) {
        return new ScanResult(
                attributes.id("id"),
                attributes.line("name"),
                new ScanState(
                        attributes.line("status"), attributes.line("importStatus"), !attributes.denied("running")),
                ScanProgress.of(attributes),
                times(attributes),
                attributes.reference("scan"),
                attributes.reference("repository"),
                attributes.reference("initiator"),
                attributes.flag("downloadAvailable"),
                Optional.empty(),
                problem(attributes));
    }

    /** Reads a scan result with its coverage; see {@link #FIELDS_WITH_COVERAGE}. */
    public static ScanResult withCoverage(Attributes attributes) {
        ScanResult result = of(attributes);
        return new ScanResult(
                result.id,
                result.name,
                result.state,
                result.progress,
                result.times,
                result.scan,
                result.repository,
                result.initiator,
                result.downloadAvailable,
                Optional.of(ScanCoverage.of(attributes)),
                result.problem);
    }

    private static Times times(Attributes attributes) {
        return new Times(
                attributes.time("createdTime"),
                attributes.time("startTime"),
                attributes.time("finishTime"),
                attributes.time("importFinish"));
    }

    private static String problem(Attributes attributes) {
        String details = attributes.line("errorDetails");
        return details.isEmpty() ? attributes.text("importErrorDetails") : details;
    }
}
