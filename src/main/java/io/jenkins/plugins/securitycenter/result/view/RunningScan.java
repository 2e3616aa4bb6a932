package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.model.ScanProgress;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.text.DurationFormat;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A scan that a build waits for, as the last poll saw it.
 *
 * @param name the scan as the step names it
 * @param server the name of the server
 * @param usual how long the scan took before; zero if unknown
 * @param launched when it was launched; empty before the first poll
 * @param status the status in the words of SecurityCenter; empty before the first poll
 * @param progress empty before the first poll, and while nothing is scanned
 * @param page the URL of the scan result in SecurityCenter; empty before the first poll
 */
public record RunningScan(
        String name,
        String server,
        Duration usual,
        Optional<Instant> launched,
        String status,
        Optional<ScanProgress> progress,
        String page) {

    private static final int LONGEST = 200;

    /** A scan at a certain time; texts are empty if unknown. */
    public record Line(
            String name,
            String server,
            String page,
            String status,
            String hosts,
            String checks,
            String elapsed,
            String remaining) {}

    /** Creates a scan that is not launched yet. */
    public static RunningScan of(String name, String server, Duration usual) {
        return new RunningScan(
                MessageText.line(MessageText.shortened(name, LONGEST)),
                server,
                usual,
                Optional.empty(),
                "",
                Optional.empty(),
                "");
    }

    /** Returns the scan as a poll saw it. */
    public RunningScan polled(ScanResult result, Instant launch, String url) {
        boolean scanning = !result.state().waiting() && !result.state().scanEnded();
        String words = MessageText.shortened(result.state().text(), LONGEST);
        return new RunningScan(
                name,
                server,
                usual,
                Optional.of(launch),
                MessageText.line(words),
                scanning ? Optional.of(result.progress()) : Optional.empty(),
                url);
    }

    /** Returns the time since the launch; zero before the first poll. */
    public Duration elapsed(Instant now) {
        return launched.map(launch -> Duration.between(launch, now)).orElse(Duration.ZERO);
    }

    public Line at(Instant now) {
        Duration elapsed = elapsed(now);
        Duration left = usual.minus(elapsed);
        boolean known = launched.isPresent();
        return new Line(
                name,
                server,
                page,
                status,
                progress.map(done -> share(done.completedIPs(), done.totalIPs()))
                        .orElse(""),
                progress.map(done -> share(done.completedChecks(), done.totalChecks()))
                        .orElse(""),
                known ? DurationFormat.text(elapsed) : "",
                known && left.toSeconds() > 0 ? DurationFormat.text(left) : "");
    }

    private static String share(long done, long total) {
        return done >= 0 && total > 0 ? PageNumbers.grouped(done) + " / " + PageNumbers.grouped(total) : "";
    }
}
