package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCacheTest {

    @TempDir
    Path directory;

    private final TableCache cache = new TableCache(5);

    @Test
    void readsATableOnce() throws IOException {
        Path file = store("a", 3);

        assertThat(cache.open(file)).isSameAs(cache.open(file));
    }

    @Test
    void readsATableOnceForACrowd() throws Exception {
        Path file = store("a", 3);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Future<?>[] answers = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> cache.open(file)))
                    .toArray(Future<?>[]::new);
            for (Future<?> answer : answers) {
                assertThat(answer.get()).isSameAs(answers[0].get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void dropsWhatWasUsedLeastRecently() throws IOException {
        TableCache.Opened first = cache.open(store("a", 2));
        TableCache.Opened second = cache.open(store("b", 2));
        cache.open(file("a"));
        cache.open(store("c", 3));

        assertThat(cache.open(file("a"))).isSameAs(first);
        assertThat(cache.open(file("b"))).isNotSameAs(second);
    }

    @Test
    void keepsOneTableOfAnySize() throws IOException {
        Path file = store("large", 9);

        assertThat(cache.open(file)).isSameAs(cache.open(file));
    }

    @Test
    void noticesAReplacedFile() throws IOException {
        cache.open(store("a", 2));
        Files.setLastModifiedTime(store("a", 4), FileTime.fromMillis(0));

        assertThat(cache.open(file("a")).findings().size()).isEqualTo(4);
    }

    @Test
    void noticesADeletedFile() throws IOException {
        Path file = store("a", 2);
        cache.open(file);
        Files.delete(file);

        assertThatIOException()
                .isThrownBy(() -> cache.open(file))
                .withMessage("The stored findings in securitycenter-a.findings are missing; the file was deleted.");
    }

    private Path file(String id) {
        return StoredFindings.file(directory, id);
    }

    private Path store(String id, int findings) throws IOException {
        try (FindingFileWriter writer = new FindingFileWriter(file(id))) {
            writer.begin();
            for (int i = 0; i < findings; i++) {
                writer.write(new RecordedFinding(finding().port(i).build(), FindingState.NEW));
            }
            writer.end();
        }
        return file(id);
    }
}
