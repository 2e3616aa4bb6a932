package io.jenkins.plugins.securitycenter.watch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Stores the runs of this Jenkins, in one file for each server. Thread-safe. */
public final class RunRegistry {

    /** Opens the store of a server. */
    @FunctionalInterface
    interface StoreFactory {
        RunFile in(Path directory, String name, String address);
    }

    private static final String FILE_EXTENSION = ".json";

    private final Path directory;
    private final StoreFactory stores;
    private final Map<String, ServerRuns> servers = new HashMap<>();

    /** @param directory created when the first run is stored */
    public RunRegistry(Path directory) {
        this(directory, RunFile::new);
    }

    RunRegistry(Path directory, StoreFactory stores) {
        this.directory = directory;
        this.stores = stores;
    }

    /** Returns the runs on the server with that address. The file is read on first use. */
    public ServerRuns on(URI url) {
        String address = url.toString().toLowerCase(Locale.ROOT);
        return open(name(address), address);
    }

    /** Returns the runs of all servers, including those that are no longer configured. */
    public List<ServerRuns> all() throws IOException {
        List<ServerRuns> all = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.map(file -> file.toFile().getName())
                        .filter(name -> name.endsWith(FILE_EXTENSION))
                        .sorted()
                        .forEach(name -> all.add(open(name, "")));
            }
        }
        return all;
    }

    /**
     * Returns the runs on the server with that address, after the one with the key was moved there: the server of a run
     * may have another address after a restart.
     */
    ServerRuns on(URI url, String key) throws IOException {
        ServerRuns present = on(url);
        for (ServerRuns earlier : all()) {
            if (earlier != present) {
                earlier.hand(key, present);
            }
        }
        return present;
    }

    /**
     * Follows a job that was renamed or moved to another folder.
     *
     * @param from its full name before
     * @param to its full name now
     */
    public void moved(String from, String to) throws IOException {
        for (ServerRuns runs : all()) {
            runs.moved(from, to);
        }
    }

    /** Returns the number of runs on all servers that builds wait for. Reads no file. */
    public synchronized int waiting() {
        return servers.values().stream().mapToInt(runs -> runs.waiting().size()).sum();
    }

    private synchronized ServerRuns open(String name, String address) {
        return servers.computeIfAbsent(name, unknown -> new ServerRuns(stores.in(directory, name, address)));
    }

    private static String name(String address) {
        return ShortHash.of(address) + FILE_EXTENSION;
    }
}
