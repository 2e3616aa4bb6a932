package io.jenkins.plugins.securitycenter.client.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.zip.CRC32C;

/** What is known about the rows of a response while its bytes are filtered. */
public final class ResponseRows {

    /** The nesting depth of the members of a row: envelope, response, list of results, row. */
    private static final int ROW = 4;

    /** @param end the number of filtered bytes up to the end of the row */
    private record Hash(long end, int value) {}

    private final CRC32C checksum = new CRC32C();
    private final Deque<Hash> hashes = new ArrayDeque<>();
    private boolean hashing;
    private boolean inRow;
    /** The position in the input from which the bytes of the row are not processed yet. */
    private int from;

    private int depth;
    private boolean oddRow;
    private boolean cutRow;
    private long oddRows;
    private long cutRows;

    /** Returns the number of rows that had invalid UTF-8, raw control characters or NaN, or a truncated string. */
    public MalformedRows malformed() {
        return new MalformedRows(oddRows, cutRows);
    }

    /** Starts to compute the hashes of rows, because the parser skips most of their bytes. */
    public void computeHashes() {
        hashing = true;
    }

    /**
     * Returns a hash of the bytes of the row that ends there, which is the same for rows that are equal in all fields.
     * Rows must be asked for in their order; one that was not asked for is left out.
     *
     * @param end the number of bytes that the parser has read at the end of the row
     * @return empty if no row ends there
     */
    public OptionalInt hash(long end) {
        while (!hashes.isEmpty() && hashes.peek().end() < end) {
            hashes.remove();
        }
        return hashes.isEmpty() || hashes.peek().end() > end
                ? OptionalInt.empty()
                : OptionalInt.of(hashes.remove().value());
    }

    /** Continues at the beginning of the input. */
    void beginInput() {
        from = 0;
    }

    /** Processes the bytes of the present row up to a position. */
    void endInput(byte[] input, int end) {
        if (inRow) {
            checksum.update(input, from, end - from);
        }
    }

    /** Begins an object or a list at a position of the input. */
    void begin(int start) {
        if (++depth == ROW) {
            checksum.reset();
            inRow = hashing;
            from = start;
        }
    }

    /**
     * Ends an object or a list.
     *
     * @param end the position of the input after it
     * @param filtered the number of filtered bytes up to there
     */
    void end(byte[] input, int end, long filtered) {
        if (depth-- != ROW) {
            return;
        }
        oddRows += oddRow ? 1 : 0;
        cutRows += cutRow ? 1 : 0;
        oddRow = false;
        cutRow = false;
        endInput(input, end);
        if (inRow) {
            inRow = false;
            hashes.add(new Hash(filtered, (int) checksum.getValue()));
        }
    }

    /** Marks the present row as one with invalid content. */
    void odd() {
        oddRow = true;
    }

    /** Marks the present row as one with a truncated string. */
    void cut() {
        cutRow = true;
    }
}
