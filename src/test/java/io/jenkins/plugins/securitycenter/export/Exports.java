package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;

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

    /** What a scanned host may call itself, and worse: markup, formulas, control characters, half a surrogate pair. */
    public static final String HOSTILE =
            "=1+1\",\"<img src=x onerror=alert(1)>]]>\u0000\u0008\uFFFE\uD800\u2028\r\n{0} [x](javascript:alert(1)) ../../é\uD83D\uDE00";

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
        List<String> texts = List.of(HOSTILE);
        return finding()
                .plugin(new Plugin(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        texts,
                        texts,
                        Plugin.CheckType.REMOTE,
                        List.of(),
                        Optional.empty()))
                .host(new Host(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "", HOSTILE))
                .output(HOSTILE)
                .build();
    }

    public static Finding web() {
        return finding()
                .host(new Host("", "", "", "", "https://shop.example.com/cart/a b?id=1#top", ""))
                .port(0)
                .build();
    }
}
