package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.gate.FindingState.FIXED;
import static io.jenkins.plugins.securitycenter.gate.FindingState.NEW;
import static io.jenkins.plugins.securitycenter.gate.FindingState.NOT_SCANNED;
import static io.jenkins.plugins.securitycenter.gate.FindingState.OUTSTANDING;
import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host of the reference a current host is. F and G are plugins. */
class HostsOverTimeTest {

    private static final String BY_NAME = "repositoryID,ip,dnsName";
    private static final String BY_IP = "repositoryID,ip";
    private static final String BY_UUID = "repositoryID,uuid";
    private static final String BY_HOST_UUID = "repositoryID,hostUUID";
    private static final String IP = "192.0.2.1";
    private static final String UUID = "02ebb260-30ed-4bf8-9e2c-92a8614cda1a";
    private static final String OTHER_UUID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1,        2001:DB8::1",
        "2001:db8::1,        2001:0db8:0000:0000:0000:0000:0000:0001",
        "2001:db8::1,        [2001:db8:0:0::1]",
        "192.0.2.1,          ::ffff:192.0.2.1",
        "192.0.2.1,          ::FFFF:C000:0201"
    })
    void isTheSameInAnySpellingOfItsAddress(String one, String other) {
        assertSame(host(one, "", "web", BY_NAME), host(other, "", "web", BY_NAME));
        assertSame(host(one, "", "", BY_IP), host(other, "", "", BY_IP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web.example.com.", "WEB.Example.com", "Web.example.COM."})
    void isTheSameInAnySpellingOfItsName(String other) {
        assertSame(host(IP, "", "web.example.com", BY_NAME), host(IP, "", other, BY_NAME));
        assertSame(host("", "", "web.example.com", BY_NAME), host("", "", other, BY_NAME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02EBB260-30ED-4BF8-9E2C-92A8614CDA1A",
                "02ebb26030ed4bf89e2c92a8614cda1a",
                "{02ebb260-30ed-4bf8-9e2c-92a8614cda1a}"
            })
    void isTheSameInAnySpellingOfItsUuidOnAnyAddress(String other) {
        assertSame(host(IP, UUID, "a", BY_UUID), host("192.0.2.9", other, "b", BY_UUID));
    }

    @Test
    void isTheSameInAnySpellingOfItsWebAddress() {
        assertSame(web("https://shop.example.com/cart"), web("HTTPS://Shop.example.com.:443/cart"));
    }

    @Test
    void staysTheSameWhenItsNameIsMissingOnce() {
        Host named = host(IP, "", "web", BY_NAME);
        Host unnamed = host(IP, "", "", BY_NAME);

        assertSame(named, unnamed);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesAtOneAddressStayTheSameWhenOneIsMissing(boolean unnamedFirst) {
        Host shop = host(IP, "", "shop", BY_NAME);
        Host blog = host(IP, "", "blog", BY_NAME);
        Finding unnamed = f(host(IP, "", "", BY_NAME));
        List<Finding> now = unnamedFirst ? List.of(unnamed, f(blog)) : List.of(f(blog), unnamed);

        assertThat(Compared.of(List.of(f(shop), f(blog)), now))
                .isEqualTo(new Compared(List.of(OUTSTANDING, OUTSTANDING), List.of(OUTSTANDING, OUTSTANDING)));
        assertThat(Compared.of(List.of(f(blog), f(shop)), now))
                .isEqualTo(new Compared(List.of(OUTSTANDING, OUTSTANDING), List.of(OUTSTANDING, OUTSTANDING)));
        assertThat(Compared.of(List.of(f(blog), g(shop)), now).now()).containsOnlyOnce(NEW);
    }

    @Test
    void staysTheSameWhenTheNameIsMissingOnSomeFindingsOnly() {
        Host named = host(IP, "", "web", BY_NAME);
        Host unnamed = host(IP, "", "", BY_NAME);
        List<Finding> all = List.of(f(named), g(named));
        List<Finding> some = List.of(f(unnamed), g(named));

        assertThat(Compared.of(all, some)).isEqualTo(new Compared(both(OUTSTANDING), both(OUTSTANDING)));
        assertThat(Compared.of(some, all)).isEqualTo(new Compared(both(OUTSTANDING), both(OUTSTANDING)));
        assertThat(Compared.of(some, List.of(g(unnamed), f(unnamed))))
                .isEqualTo(new Compared(both(OUTSTANDING), both(OUTSTANDING)));
    }

    @Test
    void isAnotherOneUnderAnotherNameWhereTheServerGoesByNames() {
        assertOther(host(IP, "", "a", BY_NAME), host(IP, "", "b", BY_NAME));
        assertOther(host(IP, "", "a", ""), host(IP, "", "b", ""));
        assertOther(host(IP, "", "a", BY_IP), host(IP, "", "b", BY_NAME));
    }

    @Test
    void staysTheSameUnderAnotherNameWhereTheServerGoesByTheAddressAlone() {
        assertSame(host(IP, "", "a", BY_IP), host(IP, "", "b", BY_IP));
    }

    @Test
    void keepsNamesOnOneAddressApart() {
        List<Finding> findings = List.of(f(host(IP, "", "a", BY_NAME)), f(host(IP, "", "b", BY_NAME)));

        assertThat(Compared.of(findings, findings)).isEqualTo(new Compared(both(OUTSTANDING), both(OUTSTANDING)));
        assertThat(Compared.of(findings, findings.subList(0, 1)))
                .isEqualTo(new Compared(List.of(OUTSTANDING), List.of(OUTSTANDING, NOT_SCANNED)));
        assertThat(Compared.of(findings.subList(0, 1), findings))
                .isEqualTo(new Compared(List.of(OUTSTANDING, NEW), List.of(OUTSTANDING)));
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_NAME, BY_UUID, BY_HOST_UUID})
    void staysTheSameWhenItsUuidAppears(String after) {
        assertSame(host(IP, "", "web", BY_NAME), host(IP, UUID, "web", after));
        assertSame(host(IP, "", "", BY_NAME), host(IP, UUID, "web", after));
        assertSame(host(IP, "", "", BY_IP), host(IP, UUID, "", after));
        assertSame(host(IP, "", "web", after), host(IP, UUID, "web", after));
    }

    @Test
    void staysTheSameWhenTheServerBeginsToGoByTheUuidThatItHad() {
        assertSame(host(IP, UUID, "web", BY_NAME), host("192.0.2.9", UUID, "www", BY_UUID));
    }

    @Test
    void staysTheSameWhenTheServerGoesByTheOtherOfItsUuids() {
        assertSame(host(IP, UUID, "web", BY_UUID), host(IP, OTHER_UUID, "web", BY_HOST_UUID));
    }

    @Test
    void isAnotherOneWithAnotherUuidOnTheSameAddress() {
        assertOther(host(IP, UUID, "web", BY_UUID), host(IP, OTHER_UUID, "web", BY_UUID));
    }

    @Test
    void isAnotherOneOnAnotherAddressWhereTheServerGoesByAddresses() {
        assertOther(host(IP, UUID, "web", BY_NAME), host("192.0.2.9", UUID, "web", BY_NAME));
    }

    @Test
    void isAnotherOneWhenAUuidAppearsUnderAnotherName() {
        assertOther(host(IP, "", "a", BY_NAME), host(IP, UUID, "b", BY_UUID));
    }

    @Test
    void hasNoIdentityInAUuidOfZeros() {
        String zeros = "00000000-0000-0000-0000-000000000000";
        assertOther(host(IP, zeros, "", BY_UUID), host("192.0.2.9", zeros, "", BY_UUID));
    }

    @Test
    void isNotTheHostThatIsNamedLikeItsAddress() {
        assertOther(host(IP, "", "", BY_NAME), host("", "", IP, BY_NAME));
        assertOther(host("", "", "a", BY_NAME), host("", "", "", BY_NAME));
    }

    @Test
    void isTheOneThatHasLostItsNameOnlyOnce() {
        Host unnamed = host(IP, "", "", BY_NAME);
        Host a = host(IP, "", "a", BY_NAME);
        Host b = host(IP, "", "b", BY_NAME);

        assertThat(Compared.of(List.of(f(unnamed)), List.of(f(a), f(b))).now()).containsExactly(OUTSTANDING, NEW);
        assertThat(Compared.of(List.of(f(a)), List.of(f(unnamed), f(a))).now()).containsExactly(OUTSTANDING, NEW);
        assertThat(Compared.of(List.of(f(a)), List.of(f(a), f(unnamed))).now()).containsExactly(OUTSTANDING, NEW);
    }

    @Test
    void isNotScannedWhenSeveralHostsMayBeIt() {
        Host unnamed = host(IP, "", "", BY_NAME);
        Host a = host(IP, "", "a", BY_NAME);
        Host b = host(IP, "", "b", BY_NAME);

        assertThat(Compared.of(List.of(f(unnamed)), List.of(g(a))).before()).containsExactly(FIXED);
        assertThat(Compared.of(List.of(f(unnamed)), List.of(g(a), g(b))).before())
                .containsExactly(NOT_SCANNED);
        assertThat(Compared.of(List.of(f(a), f(b)), List.of(g(unnamed))).before())
                .containsExactly(NOT_SCANNED, NOT_SCANNED);
        assertThat(Compared.of(List.of(f(a), f(b)), List.of(g(unnamed), g(a))).before())
                .containsExactly(FIXED, NOT_SCANNED);
    }

    @Test
    void keepsFindingsOutstandingWhenAllNamesOnAnAddressAreMissing() {
        Host unnamed = host(IP, "", "", BY_NAME);
        List<Finding> before = List.of(f(host(IP, "", "a", BY_NAME)), g(host(IP, "", "b", BY_NAME)));

        assertThat(Compared.of(before, List.of(f(unnamed), g(unnamed))))
                .isEqualTo(new Compared(both(OUTSTANDING), both(OUTSTANDING)));
    }

    @Test
    void countsEveryFindingOfAHostWithSeveralAddresses() {
        List<Finding> before = List.of(f(host(IP, UUID, "", BY_NAME)), f(host("192.0.2.9", UUID, "", BY_NAME)));
        List<Finding> now = List.of(f(host(IP, UUID, "", BY_UUID)), g(host("192.0.2.9", UUID, "", BY_UUID)));

        assertThat(Compared.of(now, now)).isEqualTo(new Compared(both(OUTSTANDING), both(OUTSTANDING)));
        assertThat(Compared.of(before, now).now()).containsExactly(OUTSTANDING, NEW);
    }

    @Test
    void findsNoMoreThanSomeOfManyHostsOnOneAddress() {
        List<Finding> many = Stream.iterate(1, i -> i + 1)
                .limit(HostIndex.MOST + 1)
                .map(i -> f(host(IP, "", "name" + i, BY_NAME)))
                .toList();

        assertThat(Compared.of(many, many).now()).containsOnly(OUTSTANDING);
        assertThat(Compared.of(many, List.of(f(host(IP, "", "", BY_NAME)))).now())
                .containsExactly(OUTSTANDING);
        assertThat(Compared.of(many, List.of(g(host(IP, "", "", BY_NAME)))).before())
                .containsOnly(NOT_SCANNED);
    }

    /** Asserts that they are one host, in both orders: its finding stays, and another one is fixed. */
    private static void assertSame(Host one, Host other) {
        for (List<Host> pair : List.of(List.of(one, other), List.of(other, one))) {
            assertThat(Compared.of(List.of(f(pair.get(0)), g(pair.get(0))), List.of(f(pair.get(1)))))
                    .as(pair.toString())
                    .isEqualTo(new Compared(List.of(OUTSTANDING), List.of(OUTSTANDING, FIXED)));
        }
    }

    private static void assertOther(Host one, Host other) {
        for (List<Host> pair : List.of(List.of(one, other), List.of(other, one))) {
            assertThat(Compared.of(List.of(f(pair.get(0))), List.of(f(pair.get(1)))))
                    .as(pair.toString())
                    .isEqualTo(new Compared(List.of(NEW), List.of(NOT_SCANNED)));
        }
    }

    private static List<FindingState> both(FindingState state) {
        return List.of(state, state);
    }

    private static Finding f(Host host) {
        return finding().plugin("1").host(host).build();
    }

    private static Finding g(Host host) {
        return finding().plugin("2").host(host).build();
    }

    private static Host host(String ip, String uuid, String name, String uniqueness) {
        return new Host(ip, uuid, name, "", "", uniqueness);
    }

    private static Host web(String url) {
        return new Host("", "", "", "", url, BY_NAME);
    }
}
