package io.jenkins.plugins.securitycenter.client.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseBytesTest {

    private static final ResponseLimits SHORT = new ResponseLimits(1_000_000, 1_000_000, 10);

    private static ResponseBytes of(byte[] content, ResponseLimits limits) {
        return new ResponseBytes(new ByteArrayInputStream(content), limits);
    }

    private static String text(byte[] content, ResponseLimits limits) throws IOException {
        return new String(of(content, limits).readAllBytes(), UTF_8);
    }

    /** Java's own decoder is the reference; only what follows 0xED it counts in another way. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void replacesWhatIsNotUtf8(int seed) throws IOException {
        Random random = new Random(seed);
        String valid = "a\u00e9\u20ac\uD83D\uDE00{}\"x\\n\\u00e4\\\u00e9\"";
        for (int round = 0; round < 500; round++) {
            byte[] content = valid.repeat(1 + random.nextInt(3)).getBytes(UTF_8);
            for (int i = random.nextInt(4); i > 0; i--) {
                content[random.nextInt(content.length)] = (byte) (0x80 + random.nextInt(0x6D));
            }
            InputStream slow = new Slow(content, random);
            assertThat(new String(new ResponseBytes(slow, ResponseLimits.PASSING).readAllBytes(), UTF_8))
                    .isEqualTo(new String(content, UTF_8));
        }
    }

    @Test
    void replacesManyBytes() throws IOException {
        byte[] content = "\u00a0".repeat(100_000).getBytes(ISO_8859_1);
        assertThat(text(content, ResponseLimits.TREE)).isEqualTo("\uFFFD".repeat(100_000));
    }

    @Test
    void readsByteByByte() throws IOException {
        ResponseBytes bytes = of(new byte[] {'a', (byte) 0xC3}, ResponseLimits.TREE);
        assertThat(new int[] {bytes.read(), bytes.read(), bytes.read(), bytes.read(), bytes.read()})
                .containsExactly('a', 0xEF, 0xBF, 0xBD, -1);
        assertThat(bytes.read(new byte[1], 0, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"0123456789\"|\"0123456789\"",
                "\"01234567890\"|\"0123456789 ... (1 more bytes truncated)\"",
                "\"012345678\\\"01\"|\"012345678\\\" ... (2 more bytes truncated)\"",
                "\"012345678\\u00e40\"|\"012345678\\u00e4 ... (1 more bytes truncated)\"",
                "\"0123456789\\u00e40\\\"\"|\"0123456789 ... (9 more bytes truncated)\"",
                "\"012345678\u20ac01\"|\"012345678\u20ac ... (2 more bytes truncated)\"",
                "[\"0123456789\u20ac\\\\\",\"a\"]|[\"0123456789 ... (5 more bytes truncated)\",\"a\"]",
            })
    void cutsTextsBetweenCharacters(String json, String expected) throws IOException {
        assertThat(text(json.getBytes(UTF_8), SHORT)).isEqualTo(expected);
        new ObjectMapper().readTree(expected);
    }

    @Test
    void cutsTextsOfAnyLength() throws IOException {
        String json = "{\"a\":\"" + "x".repeat(100_000) + "\\\"\u00e9\",\"b\":1}";
        assertThat(text(json.getBytes(UTF_8), SHORT))
                .isEqualTo("{\"a\":\"xxxxxxxxxx ... (99994 more bytes truncated)\",\"b\":1}");
    }

    /** Each character is kept if the string is not too long before it; the rest is counted. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void cutsTextsWhereverTheResponseIsSplit(int seed) throws IOException {
        Random random = new Random(seed);
        String[] characters = {"abcdefgh", "x", "\\n", "\\\"", "\\u00e4", "\\\\", "\u00e9", "\uD83D\uDE00", "\t", "{,:"
        };
        int longest = 20_000;
        ResponseLimits limits = new ResponseLimits(10_000_000, 10_000_000, longest);
        for (int round = 0; round < 10; round++) {
            StringBuilder json = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            for (int field = 0; field < 3; field++) {
                int length = random.nextInt(2) * (longest - 100) + random.nextInt(200);
                StringBuilder text = new StringBuilder();
                for (int bytes = 0; bytes < length; ) {
                    String next = characters[random.nextInt(characters.length)];
                    text.append(next);
                    bytes += next.getBytes(UTF_8).length;
                }
                json.append("{\"a\":\"").append(text).append("\",\"b\":1},");
                expected.append("{\"a\":\"")
                        .append(cut(text.toString(), longest))
                        .append("\",\"b\":1},");
            }
            byte[] content = json.toString().getBytes(UTF_8);
            assertThat(text(content, limits)).isEqualTo(expected.toString());
            assertThat(new String(new ResponseBytes(new Slow(content, random), limits).readAllBytes(), UTF_8))
                    .isEqualTo(expected.toString());
        }
    }

    private static String cut(String text, int longest) {
        int bytes = 0;
        int position = 0;
        while (position < text.length() && bytes < longest) {
            int characters = text.charAt(position) != '\\'
                    ? Character.charCount(text.codePointAt(position))
                    : text.charAt(position + 1) == 'u' ? 6 : 2;
            bytes += text.substring(position, position + characters).getBytes(UTF_8).length;
            position += characters;
        }
        int rest = text.substring(position).getBytes(UTF_8).length;
        return text.substring(0, position) + (rest == 0 ? "" : " ... (" + rest + " more bytes truncated)");
    }

    /** What is counted does not depend on where the response is split. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void countsOddRowsWhereverTheResponseIsSplit(int seed) throws IOException {
        Random random = new Random(seed);
        String[] values = {
            "\"plain text\"", "\"a line\n of text\"", "\"an escape \\n\"", "NaN", "-Infinity", "\"{NaN\"", "7"
        };
        for (int round = 0; round < 200; round++) {
            StringBuilder rows = new StringBuilder();
            int odd = 0;
            for (int row = 0; row < 5; row++) {
                int value = random.nextInt(values.length);
                odd += value == 1 || value == 3 || value == 4 ? 1 : 0;
                rows.append(row == 0 ? "" : ",")
                        .append("{\"a\":\"b\",\"c\":")
                        .append(values[value])
                        .append("}");
            }
            byte[] content = ("{\"response\":{\"results\":[" + rows + "]}}").getBytes(UTF_8);
            for (InputStream body : List.of(new ByteArrayInputStream(content), new Slow(content, random))) {
                ResponseBytes bytes = new ResponseBytes(body, ResponseLimits.ROWS);
                bytes.readAllBytes();
                assertThat(bytes.rows().malformed()).as(rows.toString()).isEqualTo(new MalformedRows(odd, 0));
            }
        }
    }

    @Test
    void countsOddRows() throws IOException {
        String json =
                "{\"a\":{\"results\":[{\"a\":\"\u00a0\",\"b\":{\"c\":\"\u00a0\"}},{\"a\":\"b\"},{\"a\":\"\t\"},{\"a\":NaN},"
                        + "{\"a\":\"01234567890123456789\"}]}}";
        ResponseBytes bytes = of(json.getBytes(ISO_8859_1), SHORT);
        bytes.readAllBytes();
        assertThat(bytes.rows().malformed()).isEqualTo(new MalformedRows(3, 1));
    }

    @Test
    void boundsWhatAnAnswerTakes() {
        ResponseLimits limits = new ResponseLimits(20_000_000, 1_000_000, Long.MAX_VALUE);
        assertThatThrownBy(() -> text(" ".repeat(20_000_001).getBytes(UTF_8), limits))
                .isInstanceOf(ResponseLimits.LimitExceededException.class)
                .hasMessage("the response is larger than 19 MB; request fewer fields.");
        for (String part : new String[] {"{},", "[],", "1,", "\"a\":1,", "\"abcdefghijklmn\""}) {
            assertThatThrownBy(() -> text(part.repeat(100_000).getBytes(UTF_8), limits))
                    .isInstanceOf(ResponseLimits.LimitExceededException.class)
                    .hasMessageStartingWith("the response needs more than 0 MB of memory");
        }
    }

    @Test
    void weighsValuesAsTheirJson() throws IOException {
        ResponseLimits one = new ResponseLimits(1_000, 600, Long.MAX_VALUE);
        assertThat(ResponseLimits.weight(new ObjectMapper().readTree("{\"a\":[1,\"bc\"],\"d\":{}}")))
                .isEqualTo(160 + 2 * (40 + 1 + 60) + 100 + 2 * 60 + 2 + 160);
        assertThatThrownBy(() -> text("{\"a\":[1,\"bc\",1],\"d\":{}}".getBytes(UTF_8), one))
                .isInstanceOf(ResponseLimits.LimitExceededException.class);
    }

    /** Arrives in small pieces. */
    private static final class Slow extends InputStream {

        private final byte[] content;
        private final Random random;
        private int position;

        Slow(byte[] content, Random random) {
            this.content = content;
            this.random = random;
        }

        @Override
        public int read() {
            return position < content.length ? content[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int start, int length) {
            int count = Math.min(Math.min(length, 1 + random.nextInt(3)), content.length - position);
            System.arraycopy(content, position, target, start, count);
            position += count;
            return count == 0 ? -1 : count;
        }
    }

    /** The hash of a row does not depend on where the response is split, and differs if any field differs. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hashesRows(int seed) throws IOException {
        String first = "{\"a\":\"\u00e4\",\"b\":{\"c\":[1,2]}}";
        String other = "{\"a\":\"\u00e4\",\"b\":{\"c\":[1,3]}}";
        String page = "{\"response\":{\"results\":[" + first + "," + other + "," + first + "]}}";
        ResponseBytes bytes = new ResponseBytes(new Slow(page.getBytes(UTF_8), new Random(seed)), ResponseLimits.ROWS);
        bytes.rows().computeHashes();
        bytes.readAllBytes();
        long start = page.indexOf(first);
        long length = first.getBytes(UTF_8).length;

        OptionalInt hash = bytes.rows().hash(start + length);
        assertThat(hash).isPresent();
        assertThat(bytes.rows().hash(start + length + 3)).isEmpty();
        assertThat(bytes.rows().hash(start + 2 * length + 1)).isPresent().isNotEqualTo(hash);
        assertThat(bytes.rows().hash(start + 3 * length + 2)).isEqualTo(hash);
        assertThat(bytes.rows().hash(start + 3 * length + 2)).isEmpty();
    }

    @Test
    void leavesOutRowsThatNobodyAsksFor() throws IOException {
        String page = "{\"response\":{\"results\":[{\"a\":1},{\"a\":1}]}}";
        ResponseBytes bytes = of(page.getBytes(UTF_8), ResponseLimits.ROWS);
        bytes.rows().computeHashes();
        bytes.readAllBytes();

        assertThat(bytes.rows().hash(page.length() - 3)).isPresent();
        assertThat(of(page.getBytes(UTF_8), ResponseLimits.ROWS).rows().hash(page.length() - 3))
                .isEmpty();
    }
}
