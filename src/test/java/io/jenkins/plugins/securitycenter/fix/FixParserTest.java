package io.jenkins.plugins.securitycenter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Plugin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixParserTest {

    private static int ids;

    /** Two plugins of one fix; the second one has the higher version. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Apache 2.4.x < 2.4.55 Multiple Vulnerabilities | Upgrade to Apache version 2.4.55 or later. | Apache 2.4.x < 2.4.56 Multiple Vulnerabilities | Upgrade to Apache version 2.4.56 or later.
            OpenSSL 1.1.1 < 1.1.1s | Upgrade to OpenSSL version 1.1.1s or later. | OpenSSL 1.1.1 < 1.1.1t | Upgrade to OpenSSL version 1.1.1t or later.
            OpenSSL 1.0.2 < 1.0.2u | Upgrade to OpenSSL version 1.0.2u or later. | OpenSSL 1.0.2 < 1.0.2zf | Upgrade to OpenSSL version 1.0.2zf or later.
            PHP 8.1.x < 8.1.9 | Upgrade to PHP version 8.1.9 or later. | PHP 8.1.x < 8.1.16 | Upgrade to PHP version 8.1.16 or later.
            Google Chrome < 110.0.5481.177 | Upgrade to Google Chrome version 110.0.5481.177 or later. | Google Chrome < 111.0.5563.64 | Upgrade to Google Chrome version 111.0.5563.64 or later.
            Mozilla Firefox < 110.0 | Upgrade to Mozilla Firefox version 110.0 or later. | Mozilla Firefox < 111.0 | Upgrade to Mozilla Firefox version 111.0 or later.
            Mozilla Firefox ESR < 102.8 | Upgrade to Mozilla Firefox ESR version 102.8 or later. | Mozilla Firefox ESR < 102.10 | Upgrade to Mozilla Firefox ESR version 102.10 or later.
            Apache Tomcat 9.0.0.M1 < 9.0.71 | Upgrade to Apache Tomcat version 9.0.71 or later. | Apache Tomcat 9.0.0.M1 < 9.0.72 | Upgrade to Apache Tomcat version 9.0.72 or later.
            Example 1.2.x < 1.2.5 Flaw | Upgrade to version 1.2.5 or later. | Example 1.2.x < 1.2.7 Flaw | Upgrade to version 1.2.7 or later
            Example < 1.9 | Upgrade Example to 1.9 or newer. | Example < 1.10 | Upgrade Example to 1.10 or newer.
            OpenSSH < 9.2p1 | Upgrade to OpenSSH version 9.2p1 or later. | OpenSSH < 9.3p2 | Upgrade to OpenSSH version 9.3p2 or later.
            Wireshark 3.6.x < 3.6.12-rc1 | Upgrade to Wireshark 3.6.12-rc1 or higher. | Wireshark 3.6.x < 3.6.12 | Upgrade  to Wireshark\u00A03.6.12 or higher.
            Debian DSA-5324-1 : linux - security update | Upgrade the linux packages. For the stable distribution (bullseye), these problems have been fixed in version 5.10.162-1. | Debian DLA-3403-1 : linux - LTS security update | Upgrade the linux packages. For the stable distribution (bullseye), these problems have been fixed in version 5.10.179-1.
            Debian DSA-1-1 : git - security update | Upgrade the git packages. For the stable distribution (bullseye), this problem has been fixed in version 1:2.30.2-1+deb11u2. | Debian DSA-2-1 : git - security update | Upgrade the git packages. For the stable distribution (bullseye), this problem has been fixed in version 2:2.30.1-1+deb11u1.
            RHEL 8 : sudo (RHSA-2023:1) | Upgrade to sudo version 1.8.29-7.el8 or later. | RHEL 8 : sudo (RHSA-2023:2) | Upgrade to sudo version 1.8.29-8.el8 or later.
            """)
    void isOneForSupersedingVersions(String name, String solution, String laterName, String laterSolution) {
        Fix one = fix(name, solution);
        Fix later = fix(laterName, laterSolution.replace("\\u00A0", "\u00A0"));

        assertThat(later.id()).isEqualTo(one.id());
        assertThat(later.supersedes(one)).isTrue();
        assertThat(one.supersedes(later)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RHEL 8 : kernel (RHSA-2023:0832) | Update the affected kernel packages. | RHEL 8 : kernel (RHSA-2023:1566) | Update the affected kernel packages.
            RHEL 8 : kernel (RHSA-2024:0832) | Update the RHEL kernel package based on the guidance in RHSA-2024:0832. | RHEL 8 : kernel (RHSA-2024:1566) | Update the RHEL kernel package based on the guidance in RHSA-2024:1566.
            CentOS 7 : kernel (CESA-2023:0399) | Update the affected kernel packages. | CentOS 7 : kernel (CESA-2023:1091) | Update the affected kernel packages.
            Amazon Linux 2 : kernel (ALAS-2023-1932) | Run 'yum update kernel' to update your system. | Amazon Linux 2 : kernel (ALAS-2023-1987) | Run 'yum update kernel' to update your system.
            Ubuntu 20.04 LTS : Linux kernel vulnerabilities (USN-5917-1) | Update the affected kernel package. | Ubuntu 20.04 LTS : Linux kernel vulnerability (USN-6001-1) | Update the affected kernel package.
            Fedora 37 : kernel (2023-3fd7349f60) | Update the affected kernel package. | Fedora 37 : kernel (2023-1f6a1cb3a1) | Update the affected kernel package.
            """)
    void isOneForTheUpdatesOfOnePackage(String name, String solution, String otherName, String otherSolution) {
        assertThat(fix(otherName, otherSolution)).isEqualTo(fix(name, solution));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Example < 1.2.5 | Upgrade to version 1.2.5 or later. | Other < 1.2.7 | Upgrade to version 1.2.7 or later.
            Example < 1.2.5 | Upgrade to version 1.2.5 or later. | Other < 1.2.5 | Upgrade to version 1.2.5 or later.
            Example Flaw | Upgrade to version 1.2.5 or later. | Other Flaw | Upgrade to version 1.2.5 or later.
            Example Flaw | Upgrade to version 1.2.5 or later. | Example Error | Upgrade to version 1.2.7 or later.
            Example < 1.2.5 | Upgrade to Example version 1.2.5 or later. | Example < 1.3.4 | Upgrade to Example version 1.3.4 or later.
            Example | Upgrade to Example 1.2.5 / 1.3.4 or later. | Example | Upgrade to Example 1.2.7 / 1.3.6 or later.
            Example | Upgrade to Example 1.2.5 / 1.3.4 or later. | Example | Upgrade to Example 1.3.6 or later.
            Example | Upgrade to Example 1.2.5, 1.3.4 or later. | Example | Upgrade to Example 1.3.6 or later.
            Example | Upgrade to Example 1.2.5 or later. | Example | Upgrade to Example 1.2.7 or later, or apply the workaround.
            Example | Upgrade to Example 1.2.5 or later or apply the workaround. | Example | Upgrade to Example 1.2.7 or later or apply the workaround.
            Example | Upgrade to Example 1.2.5 or later. | Example | Downgrade to Example 1.2.3 or later.
            Example | Downgrade to Example 1.2.5 or earlier. | Example | Downgrade to Example 1.2.7 or earlier.
            Example | Upgrade to Example 1.2.5. | Example | Upgrade to Example 1.2.7.
            Example | Upgrade to Example 1.2.5 and Other 3.1.2 or later. | Example | Upgrade to Example 1.2.5 and Other 3.1.4 or later.
            Example | Upgrade Example to 1.2.5 or later, Other to 3.1.2 or later. | Example | Upgrade Example to 1.2.5 or later, Other to 3.1.4 or later.
            OpenSSL | Upgrade to OpenSSL version 1.1.0h or later. | OpenSSL | Upgrade to OpenSSL version 1.1.1a or later.
            Mozilla Firefox | Upgrade to Mozilla Firefox version 111.0 or later. | Mozilla Firefox ESR | Upgrade to Mozilla Firefox ESR version 102.9 or later.
            Mozilla Firefox ESR | Upgrade to Mozilla Firefox ESR version 91.13 or later. | Mozilla Firefox ESR | Upgrade to Mozilla Firefox ESR version 102.9 or later.
            Guava | Upgrade to Guava 32.0.0-jre or later. | Guava | Upgrade to Guava 32.0.1-android or later.
            RHEL 7 : kernel (RHSA-2023:1) | Update the affected kernel packages. | RHEL 8 : kernel (RHSA-2023:2) | Update the affected kernel packages.
            RHEL 8 : kernel (RHSA-2023:1) | Update the affected kernel packages. | RHEL 8 : kernel-rt (RHSA-2023:2) | Update the affected kernel packages.
            RHEL 8 : kernel (RHSA-2023:1) | Update the affected kernel packages or apply the workaround. | RHEL 8 : kernel (RHSA-2023:2) | Update the affected kernel packages or apply the workaround.
            Amazon Linux 2 : kernel (ALASKERNEL-5.10-2023-028) | Run 'yum update kernel' to update your system. | Amazon Linux 2 : kernel (ALASKERNEL-5.15-2023-014) | Run 'yum update kernel' to update your system.
            RHEL 8 : sudo (RHSA-2023:1) | Upgrade to sudo version 1.8.29-7.el8_7 or later. | RHEL 8 : sudo (RHSA-2023:2) | Upgrade to sudo version 1.8.29-8.el8_6 or later.
            RHEL 7 : sudo (RHSA-2023:1) | Upgrade to sudo version 1.8.29-7 or later. | RHEL 8 : sudo (RHSA-2023:2) | Upgrade to sudo version 1.8.29-8 or later.
            Debian DSA-5324-1 : linux - security update | Upgrade the linux packages. For the stable distribution (bullseye), these problems have been fixed in version 5.10.162-1. | Debian DSA-1-1 : linux - security update | Upgrade the linux packages. For the stable distribution (buster), these problems have been fixed in version 5.10.179-1.
            Windows | Apply Security Update 5023702 | Windows | Apply Security Update 5023706
            Java | Apply the appropriate patch according to the January 2023 Oracle Critical Patch Update advisory. | MySQL | Apply the appropriate patch according to the January 2023 Oracle Critical Patch Update advisory.
            Example | Upgrade to Example version 8u361 or later. | Example | Upgrade to Example version 8u371 or later.
            Example | Upgrade to the latest version 1.2.5 or later. | Other | Upgrade to the latest version 1.2.5 or later.
            Device | Upgrade to firmware version 1.2.5 or later. | Gadget | Upgrade to firmware version 1.2.5 or later.
            Example < 1.2.5 / 1.3.4 | Upgrade to version 1.2.5 or later. | Example < 1.2.7 / 1.3.6 | Upgrade to version 1.2.7 or later.
            """)
    void isAnotherWhereTextsDoNotAllowIt(String name, String solution, String otherName, String otherSolution) {
        assertThat(fix(otherName, otherSolution).id())
                .isNotEqualTo(fix(name, solution).id());
    }

    @Test
    void needsTheReleaseOfADistribution() {
        assertThat(fix("USN-1", "Upgrade to sudo 1.8.5 or later.", "Ubuntu Local Security Checks")
                        .id())
                .isNotEqualTo(fix("USN-2", "Upgrade to sudo 1.8.7 or later.", "Ubuntu Local Security Checks")
                        .id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "n/a", "N/A.", "None", "There is no known solution at this time.\n"})
    void isNoneWithoutASolution(String solution) {
        assertThat(fix("Example", solution)).isEqualTo(Fix.NONE);
        assertThat(Fix.NONE.known()).isFalse();
    }

    @Test
    void namesWhatTheSolutionDoesNot() {
        assertThat(fix("Example Server 1.2.x < 1.2.5 Flaw", "Upgrade to version 1.2.5 or later.")
                        .product())
                .isEqualTo("Example Server");
        assertThat(fix("RHEL 8 : kernel (RHSA-2023:0832)", "Update the affected packages.")
                        .product())
                .isEqualTo("RHEL 8: kernel");
        assertThat(fix("SSL Self-Signed Certificate", "Purchase a certificate.").product())
                .isEqualTo("SSL Self-Signed Certificate");
        assertThat(fix("", "Purchase a certificate.").product()).startsWith("Plugin ");
        assertThat(fix("Apache < 2.4.56", "Upgrade to Apache version 2.4.56 or later.")
                        .product())
                .isEmpty();
    }

    @Test
    void copesWithLongAndHostileTexts() {
        String ending = " or later";
        for (String text : List.of(
                "Upgrade to " + "a ".repeat(900) + "1.2" + ending,
                "Upgrade to Example " + "1.".repeat(900) + ending,
                "Update the affected " + "a, ".repeat(600) + "!",
                "Upgrade to Example 99999999999999999999999999.1" + ending,
                "x".repeat(1 << 20),
                "\u202EUpgrade\u0000 to ]]></script> 1.2.3" + ending,
                "\uD800")) {
            assertThat(fix("RHEL 8 : " + "a ".repeat(300) + "(RHSA-2023:1", text)
                            .id())
                    .hasSize(32);
            assertThat(fix("Example", text).id()).hasSize(32);
        }
    }

    private static Fix fix(String name, String solution) {
        return fix(name, solution, "");
    }

    private static Fix fix(String name, String solution, String family) {
        return FixParser.parse(new Plugin(
                "" + ids++,
                name,
                family,
                "",
                "",
                solution,
                List.of(),
                List.of(),
                Plugin.CheckType.UNKNOWN,
                List.of(),
                Optional.empty()));
    }
}
