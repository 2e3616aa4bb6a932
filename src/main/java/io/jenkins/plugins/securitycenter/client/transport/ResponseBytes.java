package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.Utf8Validator;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Filters the bytes of a JSON response before they are parsed. Replaces invalid UTF-8 by U+FFFD, truncates long strings
 * if the limits require it, and enforces the size limits.
 */
public final class ResponseBytes extends FilterInputStream {

    private static final int BUFFER = 16 * 1024;
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    /** The nesting depth of the members of a row: envelope, response, list of results, row. */
    private static final int ROW = 4;

    private static final int NO_ESCAPE = 0;
    private static final int ESCAPE_BEGINS = -1;
    private static final int ESCAPE_DIGITS = 4;

    private final ResponseLimits limits;
    private final byte[] input = new byte[BUFFER];
    private int inputStart;
    private int inputEnd;
    private boolean ended;
    private byte[] output = new byte[BUFFER];
    private int outputStart;
    private int outputEnd;

    private long bytes;
    private long weight;
    private int depth;
    private boolean inText;
    /** The number of remaining digits of an escape sequence, or {@link #ESCAPE_BEGINS}. */
    private int escape;

    private boolean escapeCut;
    private long textLength;
    private long cut;

    private boolean oddRow;
    private boolean cutRow;
    private long oddRows;
    private long cutRows;

    ResponseBytes(InputStream body, ResponseLimits limits) {
        super(body);
        this.limits = limits;
    }

    /** Returns the number of rows that had invalid UTF-8, raw control characters or NaN, or a truncated string. */
    public MalformedRows oddRows() {
        return new MalformedRows(oddRows, cutRows);
    }

    @Override
    public int read() throws IOException {
        return fill() ? output[outputStart++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, outputEnd - outputStart);
        System.arraycopy(output, outputStart, target, start, count);
        outputStart += count;
        return count;
    }

    @Override
    public int available() {
        return outputEnd - outputStart;
    }

    /** Fills the output buffer if it is empty; returns false at the end. */
    private boolean fill() throws IOException {
        while (outputStart == outputEnd) {
            if (ended) {
                return false;
            }
            outputStart = 0;
            outputEnd = 0;
            System.arraycopy(input, inputStart, input, 0, inputEnd - inputStart);
            inputEnd -= inputStart;
            inputStart = 0;
            int count = super.read(input, inputEnd, BUFFER - inputEnd);
            ended = count < 0;
            inputEnd += Math.max(count, 0);
            bytes += Math.max(count, 0);
            pass();
            limits.check(bytes, weight);
        }
        return true;
    }

    private void pass() {
        while (inputStart < inputEnd) {
            byte next = input[inputStart];
            if (next < 0) {
                int length = Utf8Validator.length(input, inputStart, inputEnd);
                if (length == Utf8Validator.CUT && !ended) {
                    return;
                }
                sequence(length == Utf8Validator.CUT ? inputStart - inputEnd : length);
            } else if (!inText) {
                structure(next);
            } else if (escape != NO_ESCAPE) {
                escaped(next);
            } else if (next == '"') {
                endText();
            } else if (next == '\\') {
                escape = ESCAPE_BEGINS;
                escapeCut = full();
                keep(1, escapeCut);
            } else {
                plain();
            }
        }
    }

    private void structure(byte next) {
        switch (next) {
            case '"' -> {
                inText = true;
                textLength = 0;
            }
            case '{', '[' -> depth++;
            case '}', ']' -> endStructure();
            // start of NaN or Infinity
            case 'N', 'I' -> oddRow = true;
            default -> {
                // no state changes
            }
        }
        weight += ResponseLimits.weight(next);
        output[outputEnd++] = next;
        inputStart++;
    }

    private void endStructure() {
        if (depth-- == ROW) {
            oddRows += oddRow ? 1 : 0;
            cutRows += cutRow ? 1 : 0;
            oddRow = false;
            cutRow = false;
        }
    }

    private void escaped(byte next) {
        if (escape == ESCAPE_BEGINS) {
            escape = next == 'u' ? ESCAPE_DIGITS : NO_ESCAPE;
        } else {
            escape--;
        }
        keep(1, escapeCut);
    }

    /** Processes the unescaped ASCII characters of a string that are available. */
    private void plain() {
        int start = inputStart;
        int end = start;
        boolean odd = false;
        for (byte next; end < inputEnd && (next = input[end]) >= 0 && next != '"' && next != '\\'; end++) {
            odd |= next < ' ';
        }
        oddRow |= odd;
        int length = end - start;
        int fitting = (int) Math.max(0, Math.min(length, limits.textLength() - textLength));
        keep(fitting, false);
        keep(length - fitting, true);
    }

    /** @param length the length of a character, or the negative number of invalid bytes */
    private void sequence(int length) {
        escape = NO_ESCAPE;
        if (length > 0) {
            keep(length, full());
            return;
        }
        oddRow = true;
        boolean shown = !full();
        keep(-length, true);
        if (shown) {
            cut += length;
            insert(REPLACEMENT);
            textLength += REPLACEMENT.length;
        }
    }

    private void endText() {
        inText = false;
        if (cut > 0) {
            insert((" ... (" + cut + " more bytes truncated)").getBytes(StandardCharsets.US_ASCII));
            cut = 0;
            cutRow = true;
        }
        output[outputEnd++] = '"';
        inputStart++;
    }

    private boolean full() {
        return textLength >= limits.textLength();
    }

    private void keep(int count, boolean leaveOut) {
        if (leaveOut) {
            cut += count;
        } else {
            System.arraycopy(input, inputStart, output, outputEnd, count);
            outputEnd += count;
            textLength += count;
            weight += count;
        }
        inputStart += count;
    }

    /** Writes bytes that do not come from the input; leaves enough room for the rest of the input. */
    private void insert(byte[] more) {
        int needed = outputEnd + more.length + inputEnd - inputStart;
        if (needed > output.length) {
            output = Arrays.copyOf(output, 2 * needed);
        }
        System.arraycopy(more, 0, output, outputEnd, more.length);
        outputEnd += more.length;
    }
}
