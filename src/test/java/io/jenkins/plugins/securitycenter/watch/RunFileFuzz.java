package io.jenkins.plugins.securitycenter.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file with the runs on a server. */
public final class RunFileFuzz {

    private RunFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Path file = Files.createTempFile("securitycenter-fuzz", ".json");
        try {
            Files.write(file, input);
            RunFile store = new RunFile(file.getParent(), file.getFileName().toString(), "");
            List<RunEntry> entries = read(store);
            entries.forEach(entry -> entry.subjectKey().length());
            store.write(entries);
            if (store.read().size() != entries.size()) {
                throw new AssertionError("The runs change when they are stored.");
            }
        } finally {
            Files.delete(file);
        }
    }

    private static List<RunEntry> read(RunFile store) {
        try {
            return store.read();
        } catch (IOException e) {
            e.getMessage().length();
            return List.of();
        }
    }
}
