package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exports of a few findings, as texts. */
public final class Exports {

    /** The header of a CSV file for which no columns are chosen. */
    static final List<String> HEADER = List.of(
            ("change severity pluginId pluginName family ip dnsName netbiosName uuid url port protocol repository"
                            + " exploitAvailable cvss vpr accepted recast firstSeen lastSeen cves seeAlso synopsis"
                            + " description solution output fingerprint suppressedUntil suppressionReason knownExploited"
                            + " cisaDueDate epss cvssVersion patchPublished dueDate overdue partialScan")
                    .split(" "));

    private Exports() {}

    static String text(ExportFormat format, ExportOptions options, Map<Finding, FindingState> findings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FindingWriter writer = format.writer(bytes, options)) {
            writer.begin();
            for (Map.Entry<Finding, FindingState> entry : findings.entrySet()) {
                writer.write(new RecordedFinding(entry.getKey(), entry.getValue()));
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** All findings without limits, as the options of a record or of a test may be. */
    static ExportOptions everything() {
        return ExportOptions.DEFAULT.with(new SarifSelection(SarifSelection.DEFAULT_LIMIT, true));
    }

    static String text(ExportFormat format, Finding... findings) {
        return text(format, ExportOptions.DEFAULT, findings);
    }

    static String text(ExportFormat format, ExportOptions options, Finding... findings) {
        Map<Finding, FindingState> changes = new LinkedHashMap<>();
        for (Finding finding : findings) {
            changes.put(finding, FindingState.UNKNOWN);
        }
        return text(format, options, changes);
    }

    public static Finding hostile() {
        String text = HostileTexts.MIXED;
        List<String> texts = List.of(text);
        return finding()
                .plugin(new Plugin(
                        text,
                        text,
                        text,
                        text,
                        text,
                        text,
                        texts,
                        texts,
                        Plugin.CheckType.REMOTE,
                        List.of(),
                        Optional.empty()))
                .host(new Host(text, text, text, text, "", text))
                .output(text)
                .build();
    }

    public static Finding web() {
        return finding()
                .host(new Host("", "", "", "", "https://shop.example.com/cart/a b?id=1#top", ""))
                .port(0)
                .build();
    }
}
