package io.jenkins.plugins.securitycenter.status;

import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Refusal;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.text.DurationFormat;
import io.jenkins.plugins.securitycenter.text.MessageText;
import io.jenkins.plugins.securitycenter.text.TimeFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the problems of a server in its last known state. */
public final class ServerProblems {

    /** How long before the end of a certificate or password a problem is reported. */
    static final Duration WARNING = Duration.ofDays(30);

    static final Duration MAXIMUM_FEED_AGE = Duration.ofDays(14);
    static final Duration MAXIMUM_OUTAGE = Duration.ofHours(1);

    private final ServerReport report;
    private final Instant now;

    public ServerProblems(ServerReport report, Instant now) {
        this.report = report;
        this.now = now;
    }

    /** Returns one sentence for each problem of the given kind. */
    public List<String> sentences(ProblemType type) {
        Stream<Optional<String>> found =
                switch (type) {
                    case ACCOUNT_REFUSED -> Stream.of(refused());
                    case ACCESS_ENDS -> Stream.of(certificate(), login(), locked(), password());
                    case LICENSE_INVALID -> Stream.of(license());
                    case FEED_OLD -> Stream.of(feed());
                    case BUILDS_BLOCKED -> Stream.of(blocked());
                };
        return found.flatMap(Optional::stream).toList();
    }

    private Optional<String> refused() {
        return report.refusal().map(Refusal::message);
    }

    private Optional<String> certificate() {
        return ends(report.traffic().certificateEnd(), "the certificate of the server", "renew it on the server.");
    }

    private Optional<String> login() {
        return ends(report.loginEnd(), "the client certificate of its credentials", "replace it in Jenkins.");
    }

    private Optional<String> password() {
        return ends(
                account().flatMap(CurrentUser::passwordEnd),
                "the password of the account",
                "change it on the server and in Jenkins.");
    }

    private Optional<String> locked() {
        return account()
                .filter(user -> user.locked() || user.mustChangePassword())
                .map(user -> named() + "account \"" + user.username() + "\" "
                        + (user.locked() ? "is locked; unlock it" : "must change its password; change it")
                        + " on the server, or the server rejects its credentials and API keys.");
    }

    private Optional<String> ends(Optional<Instant> end, String what, String advice) {
        return end.filter(now.plus(WARNING)::isAfter)
                .map(time -> named() + what + (time.isAfter(now) ? " expires on " : " expired on ")
                        + TimeFormat.day(time) + "; " + advice);
    }

    private Optional<String> license() {
        return report.facts()
                .map(ServerFacts::license)
                .filter(status -> !status.isEmpty() && !status.equalsIgnoreCase("Valid"))
                .map(status -> named() + "the license is not valid (status \"" + MessageText.line(status)
                        + "\"), so the server may refuse to run scans; renew it.");
    }

    private Optional<String> feed() {
        return report.facts()
                .flatMap(ServerFacts::feed)
                .filter(now.minus(MAXIMUM_FEED_AGE)::isAfter)
                .map(time -> named() + "the plugins of active scanners were last updated "
                        + Duration.between(time, now).toDays()
                        + " days ago, so scans miss newer vulnerabilities; update the plugin feed.");
    }

    private Optional<String> blocked() {
        int builds = report.waiting().size();
        return report.traffic()
                .unreachableSince()
                .filter(since -> builds > 0 && !now.minus(MAXIMUM_OUTAGE).isBefore(since))
                .map(since -> named() + "there has been no response for "
                        + DurationFormat.text(Duration.between(since, now)) + ", and "
                        + (builds == 1 ? "1 build waits" : builds + " builds wait")
                        + " for it; check the server and the network.");
    }

    private Optional<CurrentUser> account() {
        return report.facts().map(ServerFacts::account);
    }

    private String named() {
        return "SecurityCenter \"" + MessageText.line(report.server().name()) + "\": ";
    }
}
