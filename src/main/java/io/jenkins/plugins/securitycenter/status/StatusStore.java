package io.jenkins.plugins.securitycenter.status;

import io.jenkins.plugins.securitycenter.client.RecentMap;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the last known state of each server, and checks servers in the background, one check of a server at a time. */
public final class StatusStore {

    private static final Logger LOGGER = Logger.getLogger(StatusStore.class.getName());
    private static final int SERVERS = 200;

    /** Identifies a server; a server whose URL has changed is another one. */
    public record Key(String name, String url) {}

    /** Reads the state of a server. */
    @FunctionalInterface
    public interface Check {
        /** @throws IllegalArgumentException if the server cannot be used as configured, with a message for users */
        ServerFacts read() throws SecurityCenterException, InterruptedException;
    }

    private final Executor executor;
    private final InstantSource clock;
    private final Set<Key> checking = new HashSet<>();
    private final Map<Key, ServerState> states = new RecentMap<>(SERVERS);

    /** @param executor runs the checks; may discard them only when Jenkins shuts down */
    public StatusStore(Executor executor, InstantSource clock) {
        this.executor = executor;
        this.clock = clock;
    }

    /** Returns the last known state; empty if the server was not checked yet. */
    public synchronized Optional<ServerState> state(Key server) {
        return Optional.ofNullable(states.get(server));
    }

    /** Returns whether a check of the server is waiting or in progress. */
    public synchronized boolean checking(Key server) {
        return checking.contains(server);
    }

    /** Starts a check in the background; returns false and does nothing if one has already started. */
    public boolean start(Key server, Check check) {
        synchronized (this) {
            if (!checking.add(server)) {
                return false;
            }
        }
        executor.execute(() -> run(server, check));
        return true;
    }

    private void run(Key server, Check check) {
        try {
            ServerFacts facts = check.read();
            put(server, Optional.empty(), Optional.of(facts));
        } catch (SecurityCenterException | IllegalArgumentException e) {
            put(server, Optional.of(MessageText.of(e)), Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOGGER.log(Level.FINE, "Interrupted the check of a server", e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "Could not check a server", e);
            put(server, Optional.of("Could not check the server; see the log of Jenkins."), Optional.empty());
        } finally {
            synchronized (this) {
                checking.remove(server);
            }
        }
    }

    private synchronized void put(Key server, Optional<String> problem, Optional<ServerFacts> facts) {
        Optional<ServerFacts> earlier = state(server).flatMap(ServerState::facts);
        Optional<ServerFacts> known =
                facts.map(now -> earlier.map(now::after).orElse(now)).or(() -> earlier);
        states.put(server, new ServerState(clock.instant(), problem, known));
    }
}
