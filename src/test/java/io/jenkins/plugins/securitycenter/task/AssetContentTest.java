package io.jenkins.plugins.securitycenter.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.model.ScanTargets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetContentTest {

    @Test
    void readsAddresses() throws Exception {
        assertThat(new AssetContent("192.0.2.1, 192.0.2.8-192.0.2.15\n2001:db8::/64 # lab", "", "").read(null))
                .extracting(ScanTargets::text)
                .isEqualTo("192.0.2.1,192.0.2.8-192.0.2.15,2001:db8::/64");
    }

    @Test
    void readsHostNames() throws Exception {
        assertThat(new AssetContent("", "www.example.com\ndb.example.com", "")
                        .read(null)
                        .named())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "addresses | 192.0.2.1, www.example.com | addresses contains \"www.example.com\"; put host names in"
                        + " hostNames.",
                "hostNames | a.example, 192.0.2.0/24 | hostNames contains \"192.0.2.0/24\"; put addresses in"
                        + " addresses.",
                "addresses | 192.0.2.9-192.0.2.1 | Target \"192.0.2.9-192.0.2.1\" ends before it starts; use an"
                        + " address (192.0.2.1, 2001:db8::1), a range (192.0.2.1-192.0.2.9), a network (192.0.2.0/24)"
                        + " or a host name (www.example.com)."
            })
    void saysWhatIsWrong(String parameter, String text, String sentence) {
        Function<String, ScanTargets> reader =
                parameter.equals("addresses") ? AssetContent::addresses : AssetContent::hostNames;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.apply(text))
                .withMessage(sentence);
    }

    @Test
    void wantsJustOneOfThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssetContent("", " ", ""))
                .withMessage("addresses, hostNames and file are all empty; set one of them.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssetContent("192.0.2.1", "", "hosts.txt"))
                .withMessage("addresses and file are set; set only one of them.");
    }

    @Test
    void staysInTheWorkspace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssetContent("", "", "../hosts.txt"))
                .withMessage("file \"../hosts.txt\" is not in the workspace; use a relative path inside it.");
    }
}
