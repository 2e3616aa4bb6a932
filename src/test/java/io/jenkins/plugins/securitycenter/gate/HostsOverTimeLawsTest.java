package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any findings, by example of random ones. */
class HostsOverTimeLawsTest {

    private static final List<String> UNIQUENESS =
            List.of("repositoryID,ip,dnsName", "repositoryID,ip", "repositoryID,uuid", "");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSetInOtherSpellingsIsTheSameSet(long seed) {
        Random random = new Random(seed);
        List<Finding> before = findings(random, 3);
        List<Finding> now = changed(before, host -> respelled(host, random), random);

        assertThat(Compared.of(before, now).now()).containsOnly(FindingState.OUTSTANDING);
        assertThat(Compared.of(before, now).before()).containsOnly(FindingState.OUTSTANDING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void namesAndUuidsThatComeAndGoChangeNothingWhereAddressesAreDifferent(long seed) {
        Random random = new Random(seed);
        List<Finding> before = findings(random, 1);
        List<Finding> now = changed(before, host -> bereft(host, random), random);

        assertThat(Compared.of(before, now).now()).containsOnly(FindingState.OUTSTANDING);
        assertThat(Compared.of(before, now).before()).containsOnly(FindingState.OUTSTANDING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void asManyAreNewAsThereAreMoreAtLeast(long seed) {
        Random random = new Random(seed);
        List<Finding> before = findings(random, 3);
        List<Finding> more = new ArrayList<>(before);
        more.addAll(findings(random, 3));
        List<Finding> now = changed(unique(more), host -> bereft(host, random), random);

        long added = Compared.of(before, now).now().stream()
                .filter(change -> change == FindingState.NEW)
                .count();
        assertThat(added).isGreaterThanOrEqualTo(now.size() - before.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingIsFixedOnHostsThatAreElsewhere(long seed) {
        Random random = new Random(seed);
        List<Finding> before = findings(random, 3);
        List<Finding> now = changed(
                before,
                host -> new Host("198.51.100." + random.nextInt(250), "", host.dnsName(), "", "", host.uniqueness()),
                random);

        assertThat(Compared.of(before, now).before()).containsOnly(FindingState.NOT_SCANNED);
    }

    private static List<Finding> findings(Random random, int namesOnAnAddress) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String uniqueness = UNIQUENESS.get(i % UNIQUENESS.size());
            String ip = i % 3 == 0 ? "2001:db8::" + Integer.toHexString(i + 1) : "192.0.2." + i;
            String uuid = new UUID(random.nextLong(), i).toString();
            int names = uniqueness.contains("ip,dnsName") ? namesOnAnAddress : 1;
            for (int name = 0; name < names; name++) {
                Host host = new Host(ip, uuid, "host" + i + "-" + name + ".example.com", "", "", uniqueness);
                findings.add(finding().host(host).port(random.nextInt(3)).build());
                findings.add(finding().host(host).port(3 + random.nextInt(3)).build());
            }
        }
        return unique(findings);
    }

    private static List<Finding> unique(List<Finding> findings) {
        Set<Object> keys = new LinkedHashSet<>();
        return findings.stream().filter(finding -> keys.add(finding.key())).toList();
    }

    private static List<Finding> changed(List<Finding> findings, UnaryOperator<Host> change, Random random) {
        List<Finding> changed = new ArrayList<>();
        for (Finding finding : findings) {
            changed.add(finding()
                    .host(change.apply(finding.host()))
                    .port(finding.port())
                    .build());
        }
        Collections.shuffle(changed, random);
        return unique(changed);
    }

    private static Host respelled(Host host, Random random) {
        return new Host(
                random.nextBoolean() ? host.ip().replace("::", ":0:0::").toUpperCase(Locale.ROOT) : host.ip(),
                random.nextBoolean() ? "{" + host.uuid().toUpperCase(Locale.ROOT) + "}" : host.uuid(),
                random.nextBoolean() ? host.dnsName().toUpperCase(Locale.ROOT) + "." : host.dnsName(),
                random.nextBoolean() ? "OTHER" : "",
                "",
                host.uniqueness());
    }

    private static Host bereft(Host host, Random random) {
        return new Host(
                host.ip(),
                random.nextBoolean() ? "" : host.uuid(),
                random.nextBoolean() ? "" : host.dnsName(),
                "",
                "",
                host.uniqueness());
    }
}
