package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Findings for laws: those of a few hosts, which meet each other often, and those with any texts. */
public final class ArbitraryFindings {

    /** Seen not long before this time. */
    public static final Instant NOW = Instant.ofEpochSecond(1_750_000_000);

    private static final List<Host> HOSTS = List.of(
            new Host("192.0.2.9", "", "web.example.com", "WEB", "", "repositoryID,ip,dnsName"),
            new Host("192.0.2.10", "", "", "", "", "repositoryID,ip,dnsName"),
            new Host("2001:db8::1", "", "mail.example.com", "", "", "repositoryID,ip,dnsName"),
            new Host(
                    "192.0.2.11",
                    "3fa1c2d4-0000-4000-8000-000000000001",
                    "agent.example.com",
                    "",
                    "",
                    "repositoryID,hostUUID"),
            new Host("", "", "", "", "https://shop.example.com/cart", ""));
    private static final List<Plugin> PLUGINS = List.of(
            plugin("9", "Telnet", "Service Detection", List.of("CVE-1999-0619")),
            plugin("10", "telnet 2", "Service detection", List.of()),
            plugin("10107", "HTTP Server 10", "Web Servers", List.of("CVE-2020-0001", "CVE-2020-0002")),
            plugin("19506", "HTTP Server 9", "Web Servers", List.of()));
    private static final List<ResourceReference> REPOSITORIES =
            List.of(new ResourceReference("4", "Outside"), new ResourceReference("5", "Inside"));

    private ArbitraryFindings() {}

    /** A few findings, none of them twice. */
    public static Arbitrary<List<Finding>> distinct() {
        return one().list().uniqueElements(Finding::key).ofMaxSize(12);
    }

    /** A finding of one of a few hosts and plugins. */
    public static Arbitrary<Finding> one() {
        return Combinators.combine(
                        Arbitraries.of(PLUGINS),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(HOSTS),
                        Arbitraries.of(0, 23, 443, 65_535),
                        Arbitraries.of(REPOSITORIES),
                        risk(),
                        times())
                .as((plugin, severity, host, port, repository, risk, times) -> new Finding(
                        plugin,
                        severity,
                        host,
                        port,
                        port == 0 ? "" : "TCP",
                        repository,
                        risk,
                        times.get1(),
                        times.get2(),
                        "output"));
    }

    /** A finding of which a scanned host, or whoever pretends to be one, wrote every text. */
    public static Arbitrary<Finding> hostile() {
        return Combinators.combine(
                        hostilePlugin(), hostileHost(), text(), Arbitraries.of("TCP", "udp", ""), text(), one())
                .as((plugin, host, output, protocol, repository, rest) -> new Finding(
                        plugin,
                        rest.severity(),
                        host,
                        rest.port(),
                        protocol,
                        new ResourceReference(rest.repository().id(), repository),
                        rest.risk(),
                        rest.firstSeen(),
                        rest.lastSeen(),
                        output));
    }

    /** Any text without halves of surrogate pairs, often one that means something to a format. */
    public static Arbitrary<String> text() {
        Arbitrary<String> special = Arbitraries.of(
                "",
                "\"",
                ",",
                "\r",
                "\n",
                "\t",
                "\u0000",
                "\u001B",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "\uFFFE",
                "]]>",
                "<![CDATA[",
                "&amp;",
                "<a>",
                "=1+1",
                "@",
                "\\",
                "[x](y)",
                "${x}",
                "{0}",
                "../",
                "\uD83D\uDE00",
                "é");
        return Arbitraries.oneOf(special, Arbitraries.strings().ofMaxLength(6))
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts))
                .filter(ArbitraryFindings::whole);
    }

    private static boolean whole(String text) {
        return text.codePoints().noneMatch(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
    }

    private static Arbitrary<Plugin> hostilePlugin() {
        return Combinators.combine(
                        text(),
                        text(),
                        text(),
                        text(),
                        text(),
                        text(),
                        text().list().ofMaxSize(3),
                        Combinators.combine(
                                        text().list().ofMaxSize(3),
                                        text().list().ofMaxSize(3))
                                .as(Tuple::of))
                .as((id, name, family, synopsis, description, solution, cves, lists) -> new Plugin(
                        id,
                        name,
                        family,
                        synopsis,
                        description,
                        solution,
                        cves,
                        lists.get1(),
                        Plugin.CheckType.LOCAL,
                        lists.get2(),
                        Optional.of(NOW)));
    }

    private static Arbitrary<Host> hostileHost() {
        return Combinators.combine(text(), text(), text(), text(), text(), text())
                .as(Host::new);
    }

    private static Arbitrary<Risk> risk() {
        return Combinators.combine(flag(), score(), score(), score(), flag(), flag())
                .as((exploit, cvss, vpr, epss, accepted, recast) -> new Risk(
                        exploit,
                        cvss,
                        cvss.isPresent() ? 3 : 0,
                        vpr,
                        epss,
                        accepted,
                        accepted ? "agreed" : "",
                        recast));
    }

    private static Arbitrary<Boolean> flag() {
        return Arbitraries.of(false, false, true);
    }

    private static Arbitrary<OptionalDouble> score() {
        return Arbitraries.integers()
                .between(-1, 100)
                .map(tenths -> tenths < 0 ? OptionalDouble.empty() : OptionalDouble.of(tenths / 10.0));
    }

    private static Arbitrary<Tuple.Tuple2<Optional<Instant>, Optional<Instant>>> times() {
        Arbitrary<Optional<Instant>> time = Arbitraries.integers()
                .between(-1, 30_000_000)
                .map(ago -> ago < 0 ? Optional.empty() : Optional.of(NOW.minusSeconds(ago)));
        return Combinators.combine(time, time).as(Tuple::of);
    }

    private static Plugin plugin(String id, String name, String family, List<String> cves) {
        return new Plugin(
                id,
                name,
                family,
                "synopsis",
                "description",
                "solution",
                cves,
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty());
    }
}
