package io.jenkins.plugins.securitycenter.benchmark;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;

/** The rows of scan results, {@value #ON_EACH_HOST} of each host, put together from prepared bytes. Thread-safe. */
final class ReplayRows {

    static final int ON_EACH_HOST = 50;

    private static final int PLUGINS = 3000;
    /** The plugins of which only the later one of two scans has findings. */
    private static final int LATER_PLUGINS = 100;

    private static final int OUTPUTS = 400;
    private static final int FIRST_ID = 20_000;

    private final ReplayPlugin[] plugins = IntStream.range(FIRST_ID, FIRST_ID + PLUGINS + LATER_PLUGINS)
            .mapToObj(ReplayPlugin::of)
            .toArray(ReplayPlugin[]::new);
    private final ReplayPlugin information = ReplayPlugin.of(ReplayPlugin.SCAN_INFORMATION);
    private final byte[] informationOutput = escaped("""
            Information about this scan :

            Nessus version : 10.8.3
            Plugin feed version : 202511200345
            Scanner edition used : Nessus
            Scan type : Normal
            Scan name : Weekly network scan
            Scanner IP : 192.0.2.10
            Port range : 0-65535
            Credentialed checks : yes
            Max hosts : 30
            """);
    private final byte[][] outputs = IntStream.range(0, OUTPUTS)
            .mapToObj(number -> new Random(number))
            .map(random -> escaped(ReplayTexts.output(random, random.nextInt(20) == 0 ? 6000 : random.nextInt(1000))))
            .toArray(byte[][]::new);

    /** Appends the row with that number. */
    void append(ReplayScan scan, int number, ByteArrayOutputStream page) {
        int host = scan.firstHost() + number / ON_EACH_HOST;
        int slot = number % ON_EACH_HOST;
        ReplayPlugin plugin = plugin(scan, host, slot);
        add(page, plugin.identity());
        add(page, "10." + (host >> 16) + "." + (host >> 8 & 255) + "." + (host & 255) + "\",\"uuid\":\"\",\"port\":\"");
        add(page, Integer.toString(slot * 7));
        add(page, plugin.name());
        add(page, Integer.toString(1_600_000_000 + (host * 7919 + slot * 104_729) % 90_000_000));
        add(page, "\",\"lastSeen\":\"1764000000");
        add(page, plugin.description());
        output(page, host, slot);
        add(
                page,
                "</plugin_output>\",\"dnsName\":\"host" + host + ".example.com\",\"netbiosName\":\"GROUP\\\\HOST"
                        + host);
        add(page, plugin.origin());
    }

    private ReplayPlugin plugin(ReplayScan scan, int host, int slot) {
        if (slot == 1) {
            return information;
        }
        return scan.later() && slot == 0
                ? plugins[PLUGINS + host % LATER_PLUGINS]
                : plugins[((host * ON_EACH_HOST + slot) * 31 + host * 7) % PLUGINS];
    }

    private void output(ByteArrayOutputStream page, int host, int slot) {
        if (slot == 1) {
            add(page, informationOutput);
        } else {
            add(page, "\\nInstalled version : " + (host * 31 + slot));
            add(page, outputs[(host * 17 + slot * 7) % OUTPUTS]);
        }
    }

    private static byte[] escaped(String text) {
        String string = TextNode.valueOf(text).toString();
        return string.substring(1, string.length() - 1).getBytes(StandardCharsets.UTF_8);
    }

    private static void add(ByteArrayOutputStream page, String text) {
        add(page, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void add(ByteArrayOutputStream page, byte[] bytes) {
        page.write(bytes, 0, bytes.length);
    }
}
