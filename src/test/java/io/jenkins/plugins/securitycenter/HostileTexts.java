package io.jenkins.plugins.securitycenter;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What scanned hosts may send as text, for every export, page and mail. */
public final class HostileTexts {

    /** Markup for pages, with an override of the direction of text. */
    public static final String MARKUP = "'\"><img src=x onerror=alert(1)><script>alert(2)</script>${7*7}\u202E";

    /** A little of everything: formula, markup, control characters, half a surrogate pair, a link in Markdown. */
    public static final String MIXED =
            "=1+1\",\"<img src=x onerror=alert(1)>]]>\u0000\u0008\uFFFE\uD800\u2028\r\n{0} [x](javascript:alert(1)) ../../é\uD83D\uDE00";

    private static final String CONTROLS = IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7F, 0xA0))
            .mapToObj(Character::toString)
            .collect(Collectors.joining("a"));
    private static final String MEGABYTE = "A".repeat(1 << 20);
    private static final String MARKDOWN =
            "[click](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example/> https://evil.example/a"
                    + " www.evil.example a@evil.example **b** _c_ ~~d~~ `e` &lt; \\\n# head\n- item\n1. one\n> quote\n"
                    + "    code\n```\nfence\n```\n| t |\n|---|\n[r]: https://evil.example/\n[r]\n===\n---\n<b onclick=alert(1)>";

    private HostileTexts() {}

    /** Returns all texts, most of them short. */
    public static Stream<String> all() {
        return Stream.of(
                MARKUP,
                MIXED,
                CONTROLS,
                MEGABYTE,
                "\uD83D\uDE00".repeat(1 << 18),
                MARKDOWN,
                "invoice\u202Etxt.exe\u202C \u2066a\u2069 \u200Fb\u061C",
                "]]>",
                "<![CDATA[x]]>]]>",
                "</script><script>alert(1)</script>",
                "--><!-- </textarea></style>",
                "&amp;&#0;&lt;",
                "=HYPERLINK(\"https://evil.example/\",\"x\")",
                "+1",
                "-1",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1\uFF0B\uFF0D\uFF20",
                " =1",
                "a\uD800b\uDC00c\uDFFF\uD83D",
                "\uDE00\uD83D",
                "\uFFFE\uFFFF\uFEFF\uFDD0",
                "\",\"x\":\"\\\\u0000\\",
                "a,b;c\td\"e\"\"",
                "a\r\nb\rc\nd\u2028e\u2029f\u0085g\u000Bh",
                "${7*7} #{7*7} {{7*7}} {0} %s",
                "../../etc/passwd",
                "e" + "\u0301".repeat(2_000),
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDE9\uD83C\uDDEA",
                "\u00A0",
                " ",
                "");
    }

    /** Returns a finding with that text wherever a server sends a text. */
    public static Finding of(String text) {
        List<String> texts = List.of(text, text);
        Plugin plugin = new Plugin(
                "10107",
                text,
                text,
                text,
                text,
                text,
                texts,
                texts,
                Plugin.CheckType.REMOTE,
                texts,
                Optional.of(Instant.ofEpochSecond(1_500_000_000)));
        return finding()
                .plugin(plugin)
                .severity(Severity.HIGH)
                .host(new Host(text, text, text, text, "", text))
                .protocol(text)
                .repository("4", text)
                .risk(new Risk(
                        true, OptionalDouble.of(7), 3, OptionalDouble.of(7), OptionalDouble.of(0.5), false, text, true))
                .output(text)
                .build();
    }
}
