package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;

/** What a run does on the server when it ends. Failures are told in the log, since the end has a reason of its own. */
final class Farewell {

    private static final String LATER = " A later build that makes a scan there removes it.";

    private final Crew crew;
    private final Target target;
    private final Beginning beginning;
    private final Events events;

    Farewell(Crew crew, Target target, Beginning beginning, Events events) {
        this.crew = crew;
        this.target = target;
        this.beginning = beginning;
        this.events = events;
    }

    /** Stops the scan, if so ordered, and takes away what was made for the run. */
    void early(RunState state) {
        boolean stops = beginning.order().stopOnAbort() && !state.scanResultId().isEmpty();
        if (stops) {
            call(
                    server -> {
                        server.scanResults().stop(state.scanResultId());
                        return "Stopped scan result " + state.scanResultId() + ".";
                    },
                    "");
        }
        tidy(state);
    }

    /**
     * Takes away what was made for the run.
     *
     * @return whether it came to an end; not when Jenkins is going down, and then it goes on after the restart
     */
    boolean tidy(RunState state) {
        return !beginning.leaves(state) || call(server -> beginning.tidy(server, state), LATER);
    }

    /** Something to tell the server; returns what was done. */
    private interface Word {
        String say(SecurityCenter server) throws SecurityCenterException, InterruptedException;
    }

    /** @param comfort what is added to the reason of a failure */
    private boolean call(Word word, String comfort) {
        try (SecurityCenter server = crew.sessions().open(target.endpoint(), target.login())) {
            String line = word.say(server);
            if (!line.isEmpty()) {
                events.log(line);
            }
        } catch (SecurityCenterException e) {
            events.log(e.getMessage() + comfort);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }
}
