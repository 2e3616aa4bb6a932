package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.SecurityCenterException.Attempt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    private final List<ByteArrayOutputStream> targets = new ArrayList<>();
    private final Download download = new Download(() -> {
        targets.add(new ByteArrayOutputStream());
        return targets.get(targets.size() - 1);
    });

    @ParameterizedTest
    @ValueSource(
            strings = {"application/zip", "application/x-zip", "text/xml;charset=UTF-8", "text/csv", "application/pdf"})
    void writesFiles(String contentType) throws IOException {
        assertThat(read(Answers.of(200, contentType, "content"))).isEqualTo(7);
        assertThat(targets).hasToString("[content]");
    }

    @Test
    void writesThePayloadOfJson() throws IOException {
        assertThat(read(Answers.envelope("{\"a\":1}"))).isEqualTo(7);
        assertThat(targets).hasToString("[{\"a\":1}]");
    }

    @Test
    void opensTheTargetAnewForARepetition() throws IOException {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[10]), new Broken());
        assertThatThrownBy(() -> read(Answers.of(200, "application/zip", broken)))
                .isInstanceOf(IOException.class)
                .hasMessage("reset");

        read(Answers.of(200, "application/zip", "content"));

        assertThat(targets).hasSize(2).last().hasToString("content");
    }

    @Test
    void opensNoTargetForARefusal() {
        assertThatThrownBy(() -> read(Answers.refusal(403, 147, "Scan Result #8 failed")))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> read(Answers.json(200, "{\"error_code\":147}")))
                .isInstanceOf(RefusedException.class);
        assertThat(targets).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "Text/HTML; charset=UTF-8"})
    void takesNoPageForAFile(String contentType) {
        assertThatThrownBy(() -> read(Answers.of(200, contentType, "<html>Sign in</html>")))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("a page came instead of JSON");
        assertThat(targets).isEmpty();
    }

    @Test
    void tellsFailuresToWriteFromFailuresToRead() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        Answers file = Answers.of(200, "application/zip", "content");

        assertThatThrownBy(() -> read(new Download(() -> full), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("disk full");
        assertThatThrownBy(() -> read(
                        new Download(() -> {
                            throw new IOException("no such folder");
                        }),
                        file))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no such folder");
    }

    @Test
    void noticesWhenTheFileCannotBeClosed() {
        OutputStream unflushed = new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThatThrownBy(() -> read(new Download(() -> unflushed), Answers.of(200, "application/zip", "content")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void endsWhenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> read(Answers.of(200, "application/zip", "content")))
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private long read(Answers answers) throws IOException {
        return read(download, answers);
    }

    private static long read(Download download, Answers answers) throws IOException {
        return download.read(
                answers.answer(), new AnswerCheck(new Attempt("prod", "download"), new Redaction(List.of())));
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("reset");
        }
    }
}
