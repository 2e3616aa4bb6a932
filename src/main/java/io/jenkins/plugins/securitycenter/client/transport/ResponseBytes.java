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
    /** A string with more room than this takes the whole input and the rest of an escape sequence. */
    private static final int ROOM = BUFFER + ESCAPE_DIGITS;

    private final ResponseLimits limits;
    private final byte[] input = new byte[BUFFER];
    private int inputStart;
    private int inputEnd;
    /** The position up to which the input was added to the output, or left out of it. */
    private int added;

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

    private final ResponseRows rows = new ResponseRows();
    /** The number of bytes that were passed to the parser before the present content of the output buffer. */
    private long passed;

    ResponseBytes(InputStream body, ResponseLimits limits) {
        super(body);
        this.limits = limits;
    }

    public ResponseRows rows() {
        return rows;
    }

    /** Returns the number of bytes of the response that were received. */
    public long length() {
        return bytes;
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
            passed += output.size();
            output.clear();
            System.arraycopy(input, inputStart, input, 0, inputEnd - inputStart);
            inputEnd -= inputStart;
            inputStart = 0;
            added = 0;
            int count = super.read(input, inputEnd, BUFFER - inputEnd);
            ended = count < 0;
            inputEnd += Math.max(count, 0);
            bytes += Math.max(count, 0);
            rows.beginInput();
            pass();
            flush();
            rows.endInput(input, inputStart);
            limits.check(bytes, weight);
        }
        return true;
    }

    private void pass() {
        boolean enough = true;
        while (enough && inputStart < inputEnd) {
            if (escape == NO_ESCAPE && limits.textLength() - textLength > ROOM) {
                fitting();
            }
            enough = inputStart == inputEnd || next(input[inputStart]);
        }
    }

    /** Processes the next byte, and others if they belong to it; returns whether there was enough input for that. */
    private boolean next(byte next) {
        if (next < 0) {
            int length = Utf8Validator.length(input, inputStart, inputEnd);
            if (length == Utf8Validator.CUT && !ended) {
                return false;
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
        return true;
    }

    private void structure(byte next) {
        switch (next) {
            case '"' -> inText = true;
            case '{', '[' -> rows.begin(inputStart);
            case '}', ']' -> rows.end(input, inputStart + 1, passed + output.size() + inputStart - added + 1);
            // start of NaN or Infinity
            case 'N', 'I' -> rows.odd();
            default -> {
                // no state changes
            }
        }
        weight += ResponseLimits.weight(next);
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

    /** Processes strings that are not truncated and what separates them, up to the first byte that needs attention. */
    private void fitting() {
        int position = inputStart;
        do {
            if (inText) {
                int end = PlainBytes.skipEscaped(input, position, inputEnd);
                textLength += end - position;
                weight += end - position;
                position = end;
                if (end == inputEnd || input[end] != '"') {
                    break;
                }
                inText = false;
                textLength = 0;
                position++;
            }
            while (position < inputEnd && (input[position] == ',' || input[position] == ':')) {
                weight += ResponseLimits.weight(input[position++]);
            }
            inText = position < inputEnd && input[position] == '"';
            position += inText ? 1 : 0;
        } while (inText);
        inputStart = position;
    }

    /** Processes the ASCII characters of a string that are available, up to an escape sequence. */
    private void plain() {
        int end = PlainBytes.skip(input, inputStart, inputEnd);
        if (end < inputEnd && input[end] >= 0 && input[end] < ' ') {
            rows.odd();
            end++;
        }
        int length = end - inputStart;
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
        textLength = 0;
        if (cut > 0) {
            flush();
            String note = " ... (" + cut + " more bytes truncated)";
            output.insert(note.getBytes(StandardCharsets.US_ASCII), inputEnd - inputStart);
            cut = 0;
            rows.cut();
        }
        inputStart++;
    }

    private boolean full() {
        return textLength >= limits.textLength();
    }

    private void keep(int count, boolean leaveOut) {
        if (leaveOut && count > 0) {
            flush();
            cut += count;
            added = inputStart + count;
        } else {
            textLength += count;
            weight += count;
        }
        inputStart += count;
    }

    /** Adds the input up to the current position to the output. */
    private void flush() {
        output.add(input, added, inputStart - added);
        added = inputStart;
    }
}
