package io.jenkins.plugins.securitycenter.findings;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Caches the most recently used tables, up to a total number of rows and only while memory is available. Detects files
 * that were replaced or deleted. Thread-safe.
 */
public final class TableCache {

    /** About 70 MB including names. */
    private static final int MOST_ROWS = 2_000_000;

    /** A file and its table. */
    public record Opened(StoredFindings findings, FindingTable table) {}

    private record Version(FileTime modified, long length) {}

    private record CacheEntry(Version version, int rows, SoftReference<Opened> opened) {}

    private final int mostRows;
    private final Object reading = new Object();
    private final Map<Path, CacheEntry> kept = new LinkedHashMap<>(16, 0.75f, true);

    public TableCache() {
        this(MOST_ROWS);
    }

    /**
     * @param mostRows maximum number of rows of all tables; the most recently used table is kept regardless of its size
     */
    TableCache(int mostRows) {
        this.mostRows = mostRows;
    }

    /**
     * Returns the table of that file.
     *
     * @throws IOException if the file is missing, damaged or of another format; the message is one sentence
     */
    public Opened open(Path file) throws IOException {
        Opened known = known(file);
        if (known != null) {
            return known;
        }
        // one at a time, so that concurrent requests for the same table read it only once
        synchronized (reading) {
            Opened read = known(file);
            return read != null ? read : read(file);
        }
    }

    private Opened read(Path file) throws IOException {
        StoredFindings findings = StoredFindings.open(file);
        Version version = version(file);
        Opened opened = new Opened(findings, findings.table());
        keep(file, new CacheEntry(version, opened.table().size(), new SoftReference<>(opened)));
        return opened;
    }

    private @Nullable Opened known(Path file) throws IOException {
        synchronized (kept) {
            CacheEntry entry = kept.get(file);
            if (entry == null) {
                return null;
            }
            if (!Files.exists(file) || !entry.version().equals(version(file))) {
                kept.remove(file);
                return null;
            }
            return entry.opened().get();
        }
    }

    private void keep(Path file, CacheEntry entry) {
        synchronized (kept) {
            kept.put(file, entry);
            long rows = kept.values().stream().mapToLong(CacheEntry::rows).sum();
            Iterator<CacheEntry> eldest = kept.values().iterator();
            while (rows > mostRows && kept.size() > 1) {
                rows -= eldest.next().rows();
                eldest.remove();
            }
        }
    }

    private static Version version(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Version(attributes.lastModifiedTime(), attributes.size());
    }
}
