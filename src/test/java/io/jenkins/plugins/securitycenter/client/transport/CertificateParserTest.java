package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

public class CertificateParserTest {

    /** Made for these tests, valid for a hundred years. */
    public static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBSTCB8aADAgECAgg+aB92wwA9dDAKBggqhkjOPQQDAjAZMRcwFQYDVQQDEw5z
            Yy5leGFtcGxlLmNvbTAgFw0yNjExMjMwMDUzNTlaGA8yMTI2MTAzMDAwNTM1OVow
            GTEXMBUGA1UEAxMOc2MuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMB
            BwNCAAQgfu4Q2d7ZCIz1ef2FPTAdE1F1QwHLLWMU9u+y3p1CQCmNbPXKwA6m0NSn
            kWWZmnjPNihymRtFjBmtaECLQzDMoyEwHzAdBgNVHQ4EFgQU9J2MGUt7vFsDvZwY
            49QqrP8/978wCgYIKoZIzj0EAwIDRwAwRAIgL+Jgyd6bfG1DGG0XkIMfiBCdNDEv
            L4DNW9sbCVpzv+ICIHEuWn3H6jcAoLz+lYFBljOVuj780c4Zk8Skn0/qS51C
            -----END CERTIFICATE-----
            """;

    private static final String OTHER = """
            -----BEGIN CERTIFICATE-----
            MIIBUDCB96ADAgECAghB2Gkl27Z8uDAKBggqhkjOPQQDAjAcMRowGAYDVQQDExFv
            dGhlci5leGFtcGxlLmNvbTAgFw0yNjExMjMwMDU0MDFaGA8yMTI2MTAzMDAwNTQw
            MVowHDEaMBgGA1UEAxMRb3RoZXIuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggq
            hkjOPQMBBwNCAAS62Z6QeVGBKVQRAp9Qhl1q9xgEKlRRAAyU0xA+CjNwp3Y1rsYU
            Ry9wvVAL8cDOi0w+E8dheoVNcaxbnpBoaozmoyEwHzAdBgNVHQ4EFgQUDYY1jH/r
            3RahbBVykJ4GmIRgP8AwCgYIKoZIzj0EAwIDSAAwRQIgad7XCzvnkrwXVMKwWAZi
            pU1Cbf5CudNqOz/n92ECGYwCIQDfUhFlpK9EiJPo4c+ar4iE9qYI3S+Hur6BdSdt
            jywArw==
            -----END CERTIFICATE-----
            """;

    private static final String NO_END = "the block that starts there has no \"END CERTIFICATE\"";
    private static final String EMPTY = "the block that starts there does not contain a certificate";
    private static final String OUTSIDE = "part of a certificate is outside a block";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void areNotNeeded(String pem) {
        assertThat(CertificateParser.parse(pem)).isEmpty();
    }

    @Test
    void areReadWithWhatStandsAroundThem() {
        String pem = "\r\n  # our server\n" + PEM.replace("\n", "\r\n") + "# its authority\n" + OTHER;

        assertThat(CertificateParser.parse(pem))
                .extracting(X509Certificate::getSubjectX500Principal)
                .extracting(Object::toString)
                .containsExactly("CN=sc.example.com", "CN=other.example.com");
    }

    static Stream<String> spellings() {
        String both = PEM + OTHER;
        return Stream.of(
                both,
                "\ufeff" + both,
                both.replace("\n", "\r\n"),
                both.replace("\n", "\r"),
                both.replace("\n", " \u00a0\n"),
                both.indent(8),
                both.replace("\n", "\n\t\u200b"),
                both.replace("-----\n-----", "----------"),
                both.replace("\n", "\n\n"),
                both.replace("\n", " "),
                both.replace("\n", ""),
                both.replace(" CERTIFICATE", " X509 CERTIFICATE"),
                both.replace(" CERTIFICATE", " TRUSTED CERTIFICATE"),
                "subject=CN = sc.example.com\n" + PEM + "---\n# END of one, next certificate: the other\n" + OTHER
                        + "end",
                PEM + "\ufeff" + OTHER,
                (both.replaceAll("-----[A-Z ]+-----\n", "")).replaceFirst("==\n(?=.)", ""));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void areAllRead(String pem) {
        assertThat(CertificateParser.parse(pem))
                .extracting(X509Certificate::getSubjectX500Principal)
                .extracting(Object::toString)
                .containsExactly("CN=sc.example.com", "CN=other.example.com");
    }

    static Stream<Arguments> broken() {
        String body = PEM.lines().skip(1).limit(8).collect(Collectors.joining("\n"));
        return Stream.of(
                Arguments.of("hello!", 1, "invalid Base64"),
                Arguments.of("hello", 1, "the Base64 text of the block that starts there is incomplete"),
                Arguments.of("AAAA", 1, "the block that starts there does not contain a certificate"),
                Arguments.of("\n-----BEGIN CERTIFICATE-----", 2, NO_END),
                Arguments.of(PEM + OTHER.replaceAll("-----END.*", ""), 10, NO_END),
                Arguments.of(PEM.replaceAll("-----END.*", "") + OTHER, 1, NO_END),
                Arguments.of("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", 1, EMPTY),
                Arguments.of("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", 1, EMPTY),
                Arguments.of("-----BEGIN PKCS7-----\n-----END PKCS7-----", 1, EMPTY),
                Arguments.of(PEM + OTHER.replace("MIIBUDCB", "MII!UDCB"), 11, "invalid Base64"),
                Arguments.of(PEM + body + "\n", 10, OUTSIDE),
                Arguments.of(PEM + OTHER.replace("-----BEGIN", "---BEGIN"), 10, OUTSIDE),
                Arguments.of(PEM + OTHER.replace("-----", "\u2014\u2014"), 10, OUTSIDE),
                Arguments.of(PEM + OTHER.toLowerCase(Locale.ROOT), 10, OUTSIDE),
                Arguments.of(PEM + body + "\n-----END CERTIFICATE-----", 10, OUTSIDE),
                Arguments.of("x\n-----END CERTIFICATE-----", 2, "\"END CERTIFICATE\" has no matching \"BEGIN\""),
                Arguments.of(
                        PEM + "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----",
                        10,
                        "\"CERTIFICATE REQUEST\" is not a certificate"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void areRefusedWithLineAndCause(String pem, int line, String cause) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateParser.parse(pem))
                .withMessage("Trusted certificates cannot be read (line " + line + ": " + cause + "); paste PEM text"
                        + " with one or more blocks from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.");
    }

    @Test
    void areNotTruncatedSilently() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateParser.parse(PEM + OTHER.substring(0, OTHER.length() / 2)));
    }

    @Test
    void holdNoPrivateKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateParser.parse(PEM + "-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n"))
                .withMessage("Trusted certificates contain a private key; paste only certificates.");
    }
}
