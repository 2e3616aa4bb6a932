package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The section about suppressed and accepted findings, with the reasons. */
final class ExcusedSection {

    private static final int MOST = 500;

    /** Why findings do not count. */
    private record Excuse(String rule, String until, String reason) implements Comparable<Excuse> {

        static Excuse of(RecordedFinding recorded) {
            return recorded.suppression()
                    .map(suppression -> new Excuse(
                            TextLimit.name(suppression.rule()),
                            suppression.until().toString(),
                            TextLimit.sentence(suppression.reason())))
                    .orElseGet(() -> new Excuse(
                            "Accepted in SecurityCenter",
                            "",
                            TextLimit.sentence(recorded.finding().risk().acceptedComment())));
        }

        @Override
        public int compareTo(Excuse other) {
            return List.of(rule, until, reason)
                    .toString()
                    .compareTo(List.of(other.rule, other.until, other.reason).toString());
        }
    }

    private final RecordContent content;
    private final HtmlBuilder html;

    ExcusedSection(RecordContent content, HtmlBuilder html) {
        this.content = content;
        this.html = html;
    }

    void write() throws IOException {
        Map<Excuse, Long> excuses = new TreeMap<>();
        content.findings().forEach(content.table().excused(), recorded -> {
            Excuse excuse = Excuse.of(recorded);
            if (excuses.size() < MOST || excuses.containsKey(excuse)) {
                excuses.merge(excuse, 1L, Long::sum);
            }
        });
        html.section("Suppressed and accepted");
        if (excuses.isEmpty()) {
            html.element("p", "No finding is suppressed or accepted.");
        } else {
            table(excuses);
        }
        List<String> lines = content.summary().suppressions().lines();
        if (!lines.isEmpty()) {
            html.open("ul");
            lines.forEach(line -> html.element("li", TextLimit.text(line)));
            html.close("ul");
        }
        html.close("section");
    }

    private void table(Map<Excuse, Long> excuses) {
        html.open("table");
        html.element("caption", "Rules that excuse findings" + (excuses.size() == MOST ? ": the first " + MOST : ""));
        html.open("thead").open("tr");
        for (String name : new String[] {"Rule", "Until", "Reason"}) {
            html.element("th", name, "scope", "col");
        }
        html.element("th", "Findings", "scope", "col", "class", "n")
                .close("tr")
                .close("thead")
                .open("tbody");
        excuses.forEach((excuse, count) -> html.open("tr")
                .element("th", excuse.rule(), "scope", "row")
                .element("td", excuse.until())
                .element("td", excuse.reason())
                .element("td", Digits.grouped(count), "class", "n")
                .close("tr"));
        html.close("tbody").close("table");
    }
}
