package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {

    /** Made for these tests, valid for a hundred years. */
    static final String PEM =
            """
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

    private static final String OTHER =
            """
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

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void areNotNeeded(String pem) {
        assertThat(Certificates.parse(pem)).isEmpty();
    }

    @Test
    void areReadWithWhatStandsAroundThem() {
        String pem = "\r\n  # our server\n" + PEM.replace("\n", "\r\n") + "# its authority\n" + OTHER;

        assertThat(Certificates.parse(pem))
                .extracting(X509Certificate::getSubjectX500Principal)
                .extracting(Object::toString)
                .containsExactly("CN=sc.example.com", "CN=other.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----",
            })
    void mustBePem(String pem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Certificates.parse(pem))
                .withMessage("Trusted certificates cannot be read; PEM text is needed, one or more blocks from"
                        + " -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.");
    }

    @Test
    void areNotTruncatedSilently() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Certificates.parse(PEM + OTHER.substring(0, OTHER.length() / 2)));
    }

    @Test
    void holdNoPrivateKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Certificates.parse(PEM + "-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n"))
                .withMessage("Trusted certificates contain a private key; only certificates belong here.");
    }
}
