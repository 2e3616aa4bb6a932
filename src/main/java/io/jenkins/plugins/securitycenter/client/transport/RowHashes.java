package io.jenkins.plugins.securitycenter.client.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.zip.CRC32C;

/** Computes hashes of the bytes of rows while they are filtered, because the parser skips most of them. */
final class RowHashes {

    /** @param end the number of filtered bytes up to the end of the row */
    private record Row(long end, int hash) {}

    private final CRC32C checksum = new CRC32C();
    private final Deque<Row> rows = new ArrayDeque<>();
    private boolean enabled;
    private boolean inRow;
    /** The position in the input from which the bytes of the row are not processed yet. */
    private int from;

    /** Without this, no hashes are computed. */
    void enable() {
        enabled = true;
    }

    /** Continues at the beginning of the input. */
    void begin() {
        from = 0;
    }

    void beginRow(int start) {
        checksum.reset();
        inRow = enabled;
        from = start;
    }

    /** Processes the bytes of the row up to a position. */
    void update(byte[] input, int end) {
        if (inRow) {
            checksum.update(input, from, end - from);
        }
    }

    void endRow(byte[] input, int end, long filtered) {
        if (inRow) {
            update(input, end);
            inRow = false;
            rows.add(new Row(filtered, (int) checksum.getValue()));
        }
    }

    /** Returns the hash of the row that ends there, and removes those before it; empty if there is none. */
    OptionalInt take(long end) {
        while (!rows.isEmpty() && rows.peek().end() < end) {
            rows.remove();
        }
        return rows.isEmpty() || rows.peek().end() > end
                ? OptionalInt.empty()
                : OptionalInt.of(rows.remove().hash());
    }
}
