package io.jenkins.plugins.securitycenter.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.transport.Answers;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Redaction;
import io.jenkins.plugins.securitycenter.client.transport.ResponseCheck;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    private static final ResponseCheck CHECK =
            new ResponseCheck(new Attempt("prod", "download"), new Redaction(List.of()));

    private final List<ByteArrayOutputStream> targets = new ArrayList<>();
    private final Download download = download(FileType.ANY);

    private Download download(FileType type) {
        return new Download(
                () -> {
                    targets.add(new ByteArrayOutputStream());
                    return targets.get(targets.size() - 1);
                },
                type);
    }

    private long read(FileType type, String contentType, String content) throws IOException {
        return read(download(type), Answers.of(200, contentType, content));
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,1.10,1e999,12345678901234567890,\"\\u00e9\\n\",null,true,{}],\"b\":[[]]}",
                "[]",
                "\"text\"",
                "1.50",
                "null",
            })
    void keepsAPayloadAsItCame(String payload) throws IOException {
        read(Answers.envelope(payload));
        assertThat(targets).hasToString("[" + payload.replace("\\u00e9", "\u00e9") + "]");
    }

    /** More than an answer that is kept in memory may take. */
    @Test
    void writesAPayloadOfAnySize() throws IOException {
        int rows = 5_000_000;
        InputStream body = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream("{\"response\":[0".getBytes(UTF_8)),
                new ByteArrayInputStream(",{\"a\":0}".repeat(rows).getBytes(UTF_8)),
                new ByteArrayInputStream("],\"error_code\":0}".getBytes(UTF_8)))));
        Download counting = new Download(OutputStream::nullOutputStream, FileType.ANY);

        assertThat(read(counting, Answers.of(200, "application/json", body))).isEqualTo(3 + 8L * rows);
    }

    @Test
    void opensTheTargetAnewForARepetition() throws IOException {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[70_000]), new Broken());
        assertThatThrownBy(() -> read(Answers.of(200, "application/zip", broken)))
                .isInstanceOf(IOException.class)
                .hasMessage("reset");

        read(Answers.of(200, "application/zip", "content"));

        assertThat(targets).hasSize(2).last().hasToString("content");
    }

    @Test
    void opensNoTargetForARefusal() {
        assertThatThrownBy(() -> read(Answers.refusal(403, 147, "Scan Result #8 failed")))
                .isInstanceOf(ErrorResponseException.class);
        assertThatThrownBy(() -> read(Answers.json(200, "{\"error_code\":147}")))
                .isInstanceOf(ErrorResponseException.class);
        assertThat(targets).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "Text/HTML; charset=UTF-8"})
    void takesNoPageForAFile(String contentType) {
        assertThatThrownBy(() -> read(Answers.of(200, contentType, "<html>Sign in</html>")))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("the response is an HTML page instead of JSON");
        assertThat(targets).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "application/zip", "text/plain", ""})
    void findsTheErrorUnderAnyContentType(String contentType) {
        for (FileType type : FileType.values()) {
            assertThatThrownBy(() -> read(type, contentType, "\n{ \"error_code\":146,\"error_msg\":\"Scan failed\"}"))
                    .isInstanceOf(ErrorResponseException.class)
                    .hasMessageEndingWith("error 146: Scan failed.");
        }
        assertThat(targets).isEmpty();
    }

    @Test
    void findsTheErrorBehindAByteOrderMark() {
        for (FileType type : FileType.values()) {
            assertThatThrownBy(() -> read(type, "text/csv", "\uFEFF{\"error_code\":146,\"error_msg\":\"Failed\"}"))
                    .isInstanceOf(ErrorResponseException.class)
                    .hasMessageEndingWith("error 146: Failed.");
        }
        assertThat(targets).isEmpty();
    }

    @Test
    void keepsJsonThatIsNoEnvelope() throws IOException {
        String json = "{\"a\":{\"error_code\":1}}";
        assertThat(read(Answers.of(200, "application/octet-stream", json))).isEqualTo(json.length());
        assertThat(targets).hasToString("[" + json + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html>\n<html><body>Sign in</body></html>",
                "\uFEFF <!-- proxy -->\n<!doctype HTML PUBLIC \"x\"><html></html>",
                "<?xml version=\"1.0\"?><HTML></HTML>",
            })
    void takesNoPageForAFileUnderAnyContentType(String page) {
        for (FileType type : FileType.values()) {
            assertThatThrownBy(() -> read(type, "application/octet-stream", page))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("the response is a web page instead of a");
        }
        assertThat(targets).isEmpty();
    }

    @Test
    void takesNoEmptyFile() {
        for (FileType type : FileType.values()) {
            assertThatThrownBy(() -> read(type, "application/octet-stream", ""))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageEndingWith("the file is empty.");
        }
        assertThat(targets).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PDF|%PDF-1.4 x %%EOF\\n|",
                "PDF|%PDF-1.4 x|the file is truncated; it does not end like a PDF file.",
                "PDF|Not found|the response is a file of another type instead of a PDF file.",
                "PDF|PK\u0003\u0004|the response is a zip file instead of a PDF file.",
                "RTF|{\\rtf1 x}|",
                "RTF|{\\rtf1 x|the file is truncated; it does not end like an RTF file.",
                "RTF|{\"a\":1}|the response is JSON instead of an RTF file.",
                "XML|<?xml version='1.0'?><arf><a></a></arf>|",
                "XML|<arf><a></a>x|the file is truncated; it does not end like an XML file.",
                "NESSUS|<NessusClientData_v2><a/></NessusClientData_v2>|",
                "NESSUS|<NessusClientData><a/></NessusClientData >|",
                "NESSUS|<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]><NessusClientData_v2 a='1'/></NessusClientData_v2>|",
                "NESSUS|<NessusClientData_v2><a></a>|the file is truncated; it does not end like a .nessus file.",
                "NESSUS|<NessusClientData_v2><a>|the file is truncated; it does not end like a .nessus file.",
                "NESSUS|<NessusClientData_v3></NessusClientData_v3>|the response is another kind of XML instead of a .nessus file.",
                "NESSUS|%PDF-1.4|the response is a PDF file instead of a .nessus file.",
                "RAW_RESULT|<NessusClientData_v2></NessusClientData_v2>|",
                "RAW_RESULT|PK\u0003\u0004 cut|the file is truncated; it does not end like a scan result.",
                "RAW_RESULT|PK\u0005\u0006|the response is a zip file instead of a scan result.",
            })
    void judgesAFileByItsContent(FileType type, String content, String problem) throws IOException {
        if (problem == null) {
            assertThat(read(type, "application/octet-stream", content)).isPositive();
            return;
        }
        assertThatThrownBy(() -> read(type, "application/octet-stream", content))
                .isInstanceOfSatisfying(
                        UnexpectedResponseException.class,
                        e -> assertThat(e.isTemporary()).isFalse())
                .hasMessageEndingWith("" + problem);
    }

    @Test
    void findsTheEndOfALargeFile() throws IOException {
        String body = "x".repeat(200_000);
        assertThat(read(FileType.PDF, "", "%PDF-1.4" + body + "%%EOF" + " ".repeat(1000)))
                .isEqualTo(201_013);
        assertThatThrownBy(() -> read(FileType.PDF, "", "%PDF-1.4%%EOF" + body))
                .hasMessageContaining("the file is truncated; it does not end like a PDF file.");
    }

    @Test
    void takesNoPayloadForACertainKindOfFile() {
        assertThatThrownBy(() ->
                        download(FileType.NESSUS).read(Answers.envelope("{}").answer(), CHECK))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageEndingWith("the response is JSON instead of a .nessus file.");
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
        assertThatThrownBy(() ->
                        read(new Download(() -> full, FileType.ANY), Answers.of(200, "application/zip", "content")))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("disk full");
        assertThatThrownBy(() -> read(
                        new Download(
                                () -> {
                                    throw new IOException("no such folder");
                                },
                                FileType.ANY),
                        Answers.of(200, "application/zip", "content")))
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

        assertThatThrownBy(() -> read(
                        new Download(() -> unflushed, FileType.ANY), Answers.of(200, "application/zip", "content")))
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
        return download.read(answers.answer(), CHECK);
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("reset");
        }
    }
}
