package io.jenkins.plugins.securitycenter.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NessusZipReaderTest {
    private static final String XML = "<NessusClientData_v2></NessusClientData_v2>";

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    private interface Zip {
        void write(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Zip content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            content.write(zip);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }

    private long export(byte[] sent) throws Exception {
        script.sends("POST /scanResult/8/download", "application/zip", sent);
        return new ScanResults(server).export("8", () -> file);
    }

    @Test
    void takesTheFileOutOfItsZip() throws Exception {
        assertThat(export(zip(zip -> entry(zip, "8.nessus", XML)))).isEqualTo(XML.length());
        assertThat(file.toString(UTF_8)).isEqualTo(XML);
    }

    @Test
    void takesAFileThatIsNotZipped() throws Exception {
        assertThat(export(XML.getBytes(UTF_8))).isEqualTo(XML.length());
        assertThat(file.toString(UTF_8)).isEqualTo(XML);
    }

    @Test
    void caresForNeitherPathsNorOtherEntries() throws Exception {
        export(zip(zip -> {
            zip.putNextEntry(new ZipEntry("folder.nessus/"));
            zip.closeEntry();
            entry(zip, "readme.txt", "nothing");
            entry(zip, "../../../etc/8.NESSUS", XML);
            entry(zip, "9.nessus", "another");
        }));
        assertThat(file.toString(UTF_8)).isEqualTo(XML);
    }

    @Test
    void leavesTheZipAsItIsWhenAskedTo() throws Exception {
        byte[] zip = zip(entries -> entry(entries, "8.nessus", XML));
        script.sends("POST /scanResult/8/download", "application/zip", zip);
        new ScanResults(server).download("8", () -> file);
        assertThat(file.toByteArray()).isEqualTo(zip);
    }

    @Test
    void saysThatThereIsNoResultInTheZip() throws Exception {
        byte[] zip = zip(entries -> entry(entries, "readme.txt", "nothing"));
        assertThatThrownBy(() -> export(zip))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("could not download scan result 8")
                .hasMessageContaining("the zip file does not contain a .nessus file");
        assertThat(script.asked()).as("not asked again").hasSize(1);
    }

    @Test
    void needsNoNameOfTheFile() throws Exception {
        byte[] zip = zip(entries -> entry(entries, "r\u00E9.nessus", XML));
        int name = new String(zip, ISO_8859_1).indexOf("r\u00C3\u00A9");
        zip[name + 1] = (byte) 0x90;
        zip[name + 2] = 'e';
        export(zip);
        assertThat(file.toString(UTF_8)).isEqualTo(XML);
    }

    @Test
    void findsTheResultByItsContent() throws Exception {
        export(zip(zip -> {
            entry(zip, "readme.txt", "nothing");
            entry(zip, "8.xml", XML);
        }));
        assertThat(file.toString(UTF_8)).isEqualTo(XML);
    }

    @Test
    void refusesAnEmptyZip() {
        assertThatThrownBy(() -> export(zip(zip -> {}))).hasMessageEndingWith("the zip file is empty.");
        assertThat(file.size()).isZero();
    }

    @Test
    void refusesAnEmptyEntry() {
        assertThatThrownBy(() -> export(zip(zip -> entry(zip, "8.nessus", ""))))
                .hasMessageEndingWith("the file is empty.");
        assertThat(file.size()).isZero();
    }

    /** Wherever it is cut, the connection is not to blame. */
    @ParameterizedTest
    @ValueSource(ints = {10, 32, 60, 5_000, 15_000})
    void saysThatTheZipEndsTooEarly(int length) throws Exception {
        byte[] content = new byte[20_000];
        new Random(1).nextBytes(content);
        byte[] zip = zip(
                entries -> entry(entries, "8.nessus", XML + Base64.getEncoder().encodeToString(content)));
        assertThatThrownBy(() -> export(Arrays.copyOf(zip, length)))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageEndingWith("the zip file is truncated.");
    }

    @Test
    void saysThatTheZipIsDamaged() throws Exception {
        byte[] zip = zip(entries -> entry(entries, "8.nessus", XML.repeat(100)));
        Arrays.fill(zip, 40, 50, (byte) 0xff);
        assertThatThrownBy(() -> export(zip)).hasMessageContaining("the zip file is damaged");
    }

    @Test
    void stopsZipBombs() throws Exception {
        byte[] zeros = new byte[1024 * 1024];
        byte[] bomb = zip(entries -> {
            entries.putNextEntry(new ZipEntry("8.nessus"));
            entries.write(XML.getBytes(UTF_8));
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                entries.write(zeros);
            }
        });
        assertThatThrownBy(() -> {
                    script.sends("POST /scanResult/8/download", "application/zip", bomb);
                    new ScanResults(server).export("8", OutputStream::nullOutputStream);
                })
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("more than 200 times its size");
    }

    @Test
    void stopsBombsInOtherEntries() throws Exception {
        byte[] zeros = new byte[1024 * 1024];
        byte[] bomb = zip(entries -> {
            entries.putNextEntry(new ZipEntry("a.txt"));
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                entries.write(zeros);
            }
            entries.closeEntry();
            entry(entries, "8.nessus", XML);
        });
        assertThatThrownBy(() -> export(bomb)).hasMessageContaining("more than 200 times its size");
        assertThat(file.size()).isZero();
    }
}
