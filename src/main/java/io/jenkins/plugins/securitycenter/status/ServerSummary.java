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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The state of a server as text for a page. */
public final class ServerSummary {

    private static final String UNKNOWN = "Unknown";

    private final ServerReport report;
    private final Instant now;

    public ServerSummary(ServerReport report, Instant now) {
        this.report = report;
        this.now = now;
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
        return report.state().map(state -> TimeFormat.minute(state.time())).orElse("Not since Jenkins started");
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
                .map(since -> "No response since " + TimeFormat.minute(since) + ", for "
                        + DurationFormat.text(Duration.between(since, now)))
                .or(() -> report.traffic().lastResponse().map(time -> "Yes, last response " + TimeFormat.minute(time)))
                .orElse("Unknown: no request since Jenkins started");
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
        return TimeFormat.minute(time) + (days == 1 ? ", 1 day ago" : ", " + Digits.grouped(days) + " days ago");
    }

    /** Returns the account of the credentials of the server, with its role. */
    public String account() {
        return fact(facts -> Optional.of(described(facts.account())));
    }

    private static String described(CurrentUser user) {
        return user.username() + ", role "
                + user.role().map(ResourceReference::name).orElse("unknown") + ", organization "
                + user.organization().map(ResourceReference::name).orElse("unknown");
    }

    /** Returns the end of the validity of the certificate of the server. */
    public String certificate() {
        return report.traffic().certificateEnd().map(TimeFormat::day).orElse(UNKNOWN);
    }

    public String sessions() {
        return Digits.grouped(report.sessions());
    }

    public String waiting() {
        return Digits.grouped(report.waiting().size());
    }

    /** Returns the number of requests in the last hour, and of those that failed or were rejected. */
    public String requests() {
        return Digits.grouped(report.traffic().requests()) + ", "
                + Digits.grouped(report.traffic().failures()) + " failed or rejected";
    }

    /** Returns the number of scans and policies that builds left on the server, and of builds whose clean-up is not done. */
    public String leftovers() {
        long scans = orphans(Marked.Type.SCAN);
        long policies = orphans(Marked.Type.POLICY);
        String found = report.facts().isEmpty() ? UNKNOWN : counted(scans, "scan", "scans");
        found = policies == 0 ? found : found + ", " + counted(policies, "policy", "policies");
        int runs = report.cleaningUp().size();
        return runs == 0 ? found : found + ", clean-up of " + counted(runs, "run", "runs");
    }

    private long orphans(Marked.Type type) {
        return report.facts().stream()
                .flatMap(facts -> facts.orphans().stream())
                .filter(orphan -> orphan.type() == type)
                .count();
    }

    private static String counted(long number, String one, String several) {
        return Digits.grouped(number) + " " + (number == 1 ? one : several);
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
                                .map(OrphanedScan::text)
                                .map(text -> Character.toUpperCase(text.charAt(0)) + text.substring(1)),
                        report.cleaningUp().stream().map(build -> "Clean-up of build " + build))
                .toList();
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
        return report.facts().flatMap(value).orElse(UNKNOWN);
    }
}
