package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.Utf8Validator;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Filters the bytes of a JSON response before they are parsed. Replaces invalid UTF-8 by U+FFFD, truncates long strings
 * if the limits require it, and enforces the size limits.
 */
public final class ResponseBytes extends FilterInputStream {

    private static final int BUFFER = 16 * 1024;
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final int NO_ESCAPE = 0;
    private static final int ESCAPE_BEGINS = -1;
    private static final int ESCAPE_DIGITS = 4;

    private final ResponseLimits limits;
    private final byte[] input = new byte[BUFFER];
    private int inputStart;
    private int inputEnd;
    private boolean ended;
    private final OutputBuffer output = new OutputBuffer(BUFFER);

    private long bytes;
    private long weight;
    private boolean inText;
    /** The number of remaining digits of an escape sequence, or {@link #ESCAPE_BEGINS}. */
    private int escape;

    private boolean escapeCut;
    private long textLength;
    private long cut;

    private final MalformedRowCounter rows = new MalformedRowCounter();

    ResponseBytes(InputStream body, ResponseLimits limits) {
        super(body);
        this.limits = limits;
    }

    /** Returns the number of rows that had invalid UTF-8, raw control characters or NaN, or a truncated string. */
    public MalformedRows oddRows() {
        return rows.count();
    }

    @Override
    public int read() throws IOException {
        return fill() ? output.read() : -1;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        return fill() ? output.read(target, start, length) : -1;
    }

    @Override
    public int available() {
        return output.available();
    }

    /** Fills the output buffer if it is empty; returns false at the end. */
    private boolean fill() throws IOException {
        while (output.isEmpty()) {
            if (ended) {
                return false;
            }
            output.clear();
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
            case '{', '[' -> rows.beginStructure();
            case '}', ']' -> rows.endStructure();
            // start of NaN or Infinity
            case 'N', 'I' -> rows.odd();
            default -> {
                // no state changes
            }
        }
        weight += ResponseLimits.weight(next);
        output.add(next);
        inputStart++;
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
        if (odd) {
            rows.odd();
        }
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
        rows.odd();
        boolean shown = !full();
        keep(-length, true);
        if (shown) {
            cut += length;
            output.insert(REPLACEMENT, inputEnd - inputStart);
            textLength += REPLACEMENT.length;
        }
    }

    private void endText() {
        inText = false;
        if (cut > 0) {
            String note = " ... (" + cut + " more bytes truncated)";
            output.insert(note.getBytes(StandardCharsets.US_ASCII), inputEnd - inputStart);
            cut = 0;
            rows.cut();
        }
        output.add((byte) '"');
        inputStart++;
    }

    private boolean full() {
        return textLength >= limits.textLength();
    }

    private void keep(int count, boolean leaveOut) {
        if (leaveOut) {
            cut += count;
        } else {
            output.add(input, inputStart, count);
            textLength += count;
            weight += count;
        }
        inputStart += count;
    }
}
