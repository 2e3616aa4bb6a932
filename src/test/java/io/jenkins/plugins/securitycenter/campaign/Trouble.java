package io.jenkins.plugins.securitycenter.campaign;

import io.jenkins.plugins.securitycenter.simulator.FaultChoice;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;

/** Decides for each request of a story whether and how it fails. */
final class Trouble implements BiConsumer<String, String> {

    /** An answer of these is lost although the server did what was asked. */
    private static final Set<Way> LOST =
            Set.of(Way.RESET_AFTER, Way.CUT, Way.CUT_CHUNKED, Way.TRUNCATED, Way.ERROR_CODE, Way.GZIP_UNSAID);

    private static final Set<Way> REFUSALS = Set.of(Way.REFUSED, Way.REFUSED_ODDLY, Way.INVALID_TOKEN);

    private final Simulator simulator;
    private final ManualClock clock;
    private final Random random;
    private final double share;
    private final Set<Way> without;
    private final List<String> happened = new ArrayList<>();
    private boolean off;
    private Way outage;
    private Instant outageEnd = Instant.MIN;
    private int lostSessions;
    private boolean refused;

    /**
     * @param share of the requests that fail, 0 to 1
     * @param without ways that are not used, to find out which ones a fault of the product needs
     */
    Trouble(Simulator simulator, ManualClock clock, Random random, double share, Set<Way> without) {
        this.simulator = simulator;
        this.clock = clock;
        this.random = random;
        this.share = share;
        this.without = Set.copyOf(without);
        simulator.faults().onEach(this);
    }

    /** Nothing fails from now on, or things fail again. */
    void off(boolean quiet) {
        off = quiet;
    }

    /** What failed so far, one line each. */
    List<String> happened() {
        return List.copyOf(happened);
    }

    /** How many sessions nobody can end, since the answer to their login or logout was lost or wrong. */
    int lostSessions() {
        return lostSessions;
    }

    /** Whether a call was refused, which is not repeated, not even for a clean-up. */
    boolean refused() {
        return refused;
    }

    @Override
    public void accept(String method, String path) {
        if (off) {
            return;
        }
        Way way = next(path);
        if (way == null || without.contains(way)) {
            return;
        }
        happened.add(method + " " + path + " " + way);
        count(method, path, way);
        FaultChoice choice = simulator.faults().on(method, path.replace("*", ""));
        way.choose(choice, random, simulator.controls());
    }

    private Way next(String path) {
        if (clock.instant().isBefore(outageEnd)) {
            return outage;
        }
        if (random.nextDouble() >= share) {
            return null;
        }
        Way way = Way.values()[random.nextInt(Way.values().length)];
        if (way.lasts()) {
            outage = way;
            outageEnd = clock.instant().plus(Duration.ofSeconds(1 + random.nextInt(90)));
        }
        return way.concerns(path) ? way : null;
    }

    private void count(String method, String path, Way way) {
        boolean login = method.equals("POST") && path.equals("/token");
        refused |= REFUSALS.contains(way);
        boolean logout = method.equals("DELETE") && path.equals("/token");
        if (login && LOST.contains(way) || logout && !LOST.contains(way) || way == Way.INVALID_TOKEN) {
            lostSessions++;
        }
    }
}
