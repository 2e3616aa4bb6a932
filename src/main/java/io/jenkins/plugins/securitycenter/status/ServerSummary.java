package io.jenkins.plugins.securitycenter.status;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.DurationFormat;
import io.jenkins.plugins.securitycenter.text.TimeFormat;
import io.jenkins.plugins.securitycenter.watch.OrphanedScan;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jvnet.localizer.Localizable;

/** The state of a server as text for a page; what a server or a check says about a problem is English. */
public final class ServerSummary {

    private final ServerReport report;
    private final Instant now;
    private final Locale locale;

    public ServerSummary(ServerReport report, Instant now, Locale locale) {
        this.report = report;
        this.now = now;
        this.locale = locale;
    }

    public String name() {
        return report.server().name();
    }

    public String url() {
        return report.server().url();
    }

    public boolean checking() {
        return report.checking();
    }

    /** Returns all problems, one sentence each; the reason why the last check failed is the first one. */
    public List<String> problems() {
        ServerProblems problems = new ServerProblems(report, now);
        return Stream.concat(
                        report.state().flatMap(ServerState::problem).stream(),
                        Arrays.stream(ProblemType.values()).flatMap(type -> problems.sentences(type).stream()))
                .distinct()
                .toList();
    }

    /** Returns when the server was checked last. */
    public String checked() {
        return report.state()
                .map(state -> TimeFormat.minute(state.time()))
                .orElseGet(() -> text(Messages._ServerSummary_unchecked()));
    }

    /** Returns when the version, license, plugin feed and account were read, if later checks have failed. */
    public Optional<String> known() {
        return report.state()
                .filter(state -> state.problem().isPresent())
                .flatMap(ServerState::facts)
                .map(facts -> TimeFormat.minute(facts.time()));
    }

    public String reachable() {
        return report.traffic()
                .unreachableSince()
                .map(this::unreachable)
                .or(() -> report.traffic()
                        .lastResponse()
                        .map(time -> Messages._ServerSummary_reachable(TimeFormat.minute(time))))
                .map(this::text)
                .orElseGet(() -> text(Messages._ServerSummary_unused()));
    }

    private Localizable unreachable(Instant since) {
        String outage = DurationFormat.text(Duration.between(since, now));
        return Messages._ServerSummary_unreachable(TimeFormat.minute(since), outage);
    }

    public String version() {
        return fact(facts -> facts.version());
    }

    public String license() {
        return fact(facts -> Optional.of(facts.license()).filter(status -> !status.isEmpty()));
    }

    public String feed() {
        return fact(facts -> facts.feed().map(this::age));
    }

    private String age(Instant time) {
        long days = Math.max(0, Duration.between(time, now).toDays());
        String minute = TimeFormat.minute(time);
        return text(
                days == 1
                        ? Messages._ServerSummary_dayAgo(minute)
                        : Messages._ServerSummary_daysAgo(minute, grouped(days)));
    }

    /** Returns the account of the credentials of the server, with its role. */
    public String account() {
        return fact(facts -> Optional.of(described(facts.account())));
    }

    private String described(CurrentUser user) {
        return text(Messages._ServerSummary_account(user.username(), name(user.role()), name(user.organization())));
    }

    private String name(Optional<ResourceReference> part) {
        return part.map(ResourceReference::name).orElseGet(() -> text(Messages._ServerSummary_unknownPart()));
    }

    /** Returns the end of the validity of the certificate of the server. */
    public String certificate() {
        return report.traffic().certificateEnd().map(TimeFormat::day).orElseGet(this::unknown);
    }

    public String sessions() {
        return grouped(report.sessions());
    }

    public String waiting() {
        return grouped(report.waiting().size());
    }

    /** Returns the number of requests in the last hour, and of those that failed or were rejected. */
    public String requests() {
        return text(Messages._ServerSummary_requests(
                grouped(report.traffic().requests()), grouped(report.traffic().failures())));
    }

    /** Returns the number of scans and policies that builds left on the server, and of builds whose clean-up is not done. */
    public String leftovers() {
        long scans = orphans(Marked.Type.SCAN);
        long policies = orphans(Marked.Type.POLICY);
        String found = report.facts().isEmpty()
                ? unknown()
                : text(scans == 1 ? Messages._ServerSummary_scan() : Messages._ServerSummary_scans(grouped(scans)));
        found = policies == 0
                ? found
                : found + ", "
                        + text(
                                policies == 1
                                        ? Messages._ServerSummary_policy()
                                        : Messages._ServerSummary_policies(grouped(policies)));
        int runs = report.cleaningUp().size();
        return runs == 0
                ? found
                : found + ", "
                        + text(runs == 1 ? Messages._ServerSummary_run() : Messages._ServerSummary_runs(grouped(runs)));
    }

    private long orphans(Marked.Type type) {
        return report.facts().stream()
                .flatMap(facts -> facts.orphans().stream())
                .filter(orphan -> orphan.type() == type)
                .count();
    }

    /** Returns whether there is something to remove. */
    public boolean removable() {
        return !leftoverTexts().isEmpty();
    }

    /** Returns one line for each leftover. */
    public List<String> leftoverTexts() {
        return Stream.concat(
                        report.facts().stream()
                                .flatMap(facts -> facts.orphans().stream())
                                .map(this::leftover),
                        report.cleaningUp().stream().map(build -> text(Messages._ServerSummary_cleanUp(build))))
                .toList();
    }

    private String leftover(OrphanedScan orphan) {
        return text(
                switch (orphan.type()) {
                    case SCAN -> Messages._ServerSummary_leftoverScan(orphan.name(), orphan.build());
                    case POLICY -> Messages._ServerSummary_leftoverPolicy(orphan.name(), orphan.build());
                });
    }

    /** Returns one sentence for each part that the last successful check could not read. */
    public List<String> gaps() {
        return report.facts().map(ServerFacts::gaps).orElse(List.of());
    }

    /** Returns the builds that wait for the server. */
    public List<String> waitingBuilds() {
        return report.waiting();
    }

    private String fact(Function<ServerFacts, Optional<String>> value) {
        return report.facts().flatMap(value).orElseGet(this::unknown);
    }

    private String grouped(long number) {
        return Digits.grouped(number, Locale.forLanguageTag(text(Messages._ServerSummary_language())));
    }

    private String unknown() {
        return text(Messages._ServerSummary_unknown());
    }

    private String text(Localizable message) {
        return message.toString(locale);
    }
}
