package io.jenkins.plugins.securitycenter.campaign;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.CertificateParser;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Timeouts;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Profile;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import io.jenkins.plugins.securitycenter.watch.ServerRuns;
import io.jenkins.plugins.securitycenter.watch.WatchRig;
import io.jenkins.plugins.securitycenter.watch.WatchServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The server, the Jenkins and the account of a story, made at random. */
final class Setting implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2025-06-02T08:00:00Z");
    private static final double[] SHARES = {0, 0.05, 0.15, 0.3, 0.3, 0.3, 0.3, 0.3};
    private static final List<Quirk> QUIRKS = List.of(
            Quirk.NO_TOTALS,
            Quirk.EXTRA_ROW,
            Quirk.CHANGING_TOTAL,
            Quirk.CAPPED_PAGES,
            Quirk.EMPTY_PAGE,
            Quirk.NO_ROWS,
            Quirk.IGNORED_OFFSET,
            Quirk.REPEATED_ROWS,
            Quirk.DISPLACED_ROWS,
            Quirk.REFUSED_ORDER,
            Quirk.EMPTY_DATA,
            Quirk.UNZIPPED_DOWNLOAD);
    private static final int YEAR = 365 * 24 * 3600;
    /** Every pause takes that long, since the random ones of the client would tell other stories each time. */
    private static final Duration PAUSE = Duration.ofSeconds(12);

    final ManualClock clock = new ManualClock(BEGIN);
    final WatchRig rig = new WatchRig(clock, pause -> clock.advance(PAUSE));
    final Simulator simulator;
    final Trouble trouble;
    final ServerAccount account;
    final String text;
    /** Reads what is true, when nothing fails. */
    private final SessionPool undisturbed = new SessionPool(RetryPolicy.DEFAULT, pause -> clock.advance(PAUSE), clock);

    Setting(Random random, Set<Way> without) {
        Profile profile = Profile.values()[random.nextInt(3)];
        int findings = random.nextInt(8) == 0 ? 600 + random.nextInt(800) : random.nextInt(60);
        int limit = new int[] {0, 0, 1, 2, 20}[random.nextInt(5)];
        // without keys, only a free session can read the truth
        int sessions = profile == Profile.V5_8 ? 0 : limit;
        int hours = random.nextInt(4) == 0 ? random.nextInt(96) - 48 : 0;
        boolean https = random.nextInt(40) == 0;
        double share = SHARES[random.nextInt(SHARES.length)];
        SimulatorOptions options = SimulatorOptions.defaults()
                .withProfile(profile)
                .withClock(Clock.offset(clock, Duration.ofHours(hours)))
                .withSeed(random.nextInt())
                .withFindings(findings)
                .withTiming(10 + random.nextInt(900), 5 + random.nextInt(120))
                .with(new SimulatorOptions.Access(sessions, YEAR, true, 0))
                .withHttps(https);
        simulator = Simulator.start(options);
        int wrongDate = random.nextInt(8) == 0 ? random.nextInt(10) - 5 : 0;
        simulator.controls().setDateOffset(Duration.ofHours(wrongDate));
        Quirk drawn = random.nextInt(5) == 0 ? QUIRKS.get(random.nextInt(QUIRKS.size())) : null;
        // displaced rows of a few findings are other findings
        Quirk quirk = drawn == Quirk.DISPLACED_ROWS && findings < 7 ? null : drawn;
        boolean keys = profile != Profile.V5_8 && random.nextInt(3) == 0;
        SessionLimit whenFull = random.nextBoolean() ? SessionLimit.FAIL : SessionLimit.RELEASE_OLDEST;
        account = new ServerAccount(endpoint(whenFull), keys ? keys() : password(), Duration.ofSeconds(30));
        trouble = new Trouble(simulator, clock, random, share, without);
        if (quirk != null) {
            simulator.controls().set(quirk, true);
        }
        text = "%s, %d findings, %d sessions, clock %+d h, Date %+d h, %s, %s, %s, %.0f %% fail%s"
                .formatted(
                        profile,
                        findings,
                        sessions,
                        hours,
                        wrongDate,
                        https ? "https" : "http",
                        keys ? "keys" : "password",
                        whenFull,
                        share * 100,
                        quirk == null ? "" : ", " + quirk);
    }

    private Endpoint endpoint(SessionLimit limit) {
        return new Endpoint(
                "prod",
                ServerUrl.parse(simulator.url()),
                CertificateParser.parse(simulator.certificatePem()),
                Timeouts.DEFAULT,
                limit,
                Optional.empty());
    }

    private static Login keys() {
        return new Login.ApiKeys(Simulator.ACCESS_KEY, Simulator.SECRET_KEY);
    }

    private static Login password() {
        return new Login.Password(Simulator.USER, Simulator.PASSWORD);
    }

    /** A connection as a step of a build opens it. */
    SecurityCenter open() {
        return rig.services().sessions().open(account.endpoint(), account.login());
    }

    /** Ends the runs of builds that are over, as Jenkins does after its start. */
    void cleanUp() {
        WatchServices services = rig.services();
        try {
            for (ServerRuns runs : services.registry().all()) {
                runs.detached().forEach(entry -> services.cleanUp(entry, () -> account));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A question whose answer is the truth. */
    interface Question<T> {
        T ask(SecurityCenter server) throws Exception;
    }

    /** What the server really holds: read while nothing fails and no habit of the server is in the way. */
    <T> T truth(Question<T> question) throws Exception {
        List<Quirk> habits = QUIRKS.stream().filter(simulator.controls()::shows).toList();
        trouble.off(true);
        habits.forEach(habit -> simulator.controls().set(habit, false));
        try (SecurityCenter server = undisturbed.openAlone(endpoint(SessionLimit.FAIL), login(), Optional.empty())) {
            return question.ask(server);
        } finally {
            habits.forEach(habit -> simulator.controls().set(habit, true));
            trouble.off(false);
        }
    }

    /** Another account than that of the story where its sessions are limited. */
    private Login login() {
        return simulator.options().profile() == Profile.V5_8 ? password() : keys();
    }

    @Override
    public void close() {
        undisturbed.close();
        simulator.close();
    }
}
