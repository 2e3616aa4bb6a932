package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRegistryTest {

    private static final URI ONE = URI.create("https://one");

    @TempDir
    private Path directory;

    private RunRegistry registry;

    @BeforeEach
    void open() {
        registry = new RunRegistry(directory.resolve("runs"));
    }

    private static RunEntry entry() {
        return new RunEntry(WatchRig.owner("a"), RunState.initial().ofType(RunType.SCAN, true, null));
    }

    @Test
    void isEmptyAtFirst() throws Exception {
        assertThat(registry.all()).isEmpty();
    }

    @Test
    void hasOneObjectAndOneFileForAServer() throws Exception {
        ServerRuns one = registry.on(ONE);
        assertThat(registry.on(URI.create("https://ONE"))).isSameAs(one);
        assertThat(registry.on(URI.create("https://two"))).isNotSameAs(one);
        one.put(entry());
        assertThat(registry.all()).containsExactly(one);
        assertThat(directory.resolve("runs").toFile().list())
                .hasSize(1)
                .allMatch(name -> name.matches("[0-9a-f]{16}[.]json"));
    }

    @Test
    void findsTheRunsOfServersThatAreNotConfiguredAnyMore() throws Exception {
        registry.on(ONE).put(entry());
        registry.on(URI.create("https://two")).put(entry());
        Files.writeString(directory.resolve("runs/other.txt"), "");
        open();
        assertThat(registry.all()).hasSize(2).allMatch(runs -> runs.knows("a"));
        assertThat(registry.all()).contains(registry.on(ONE));
    }
}
