package io.jenkins.plugins.securitycenter.watch;

import java.time.Instant;
import java.util.List;

/**
 * Follows what is polled, poll by poll. Sends nothing.
 *
 * @param <T> what is polled
 */
interface Progress<T> {

    /**
     * Takes news.
     *
     * @return whether what the run waits for has been reached
     * @throws ScanFailedException when it will not be reached any more
     */
    boolean reached(T news, Instant now) throws ScanFailedException;

    /** The lines that the build log shows of the news. */
    List<String> lines(T news, Instant now);

    /** Where it stands, in a few words for people. */
    String describe(T news);
}
