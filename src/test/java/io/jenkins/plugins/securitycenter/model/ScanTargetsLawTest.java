package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Law;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Targets mean sets of addresses and names: the laws compare with sets. Few addresses, so that ranges meet often. */
class ScanTargetsLawTest {

    @Provide
    Arbitrary<List<String>> targets() {
        return target().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<AddressRange>> ranges() {
        return span().map(span -> range(span[0], span[1])).list().ofMaxSize(6);
    }

    @Law
    void theTextForTheServerMeansTheSame(@ForAll("targets") List<String> written) {
        ScanTargets targets = ScanTargets.of(written);

        assertThat(ScanTargets.parse(targets.text()).sameAs(targets)).isTrue();
        assertThat(ScanTargets.parse(String.join("\r\n", written)).sameAs(targets))
                .isTrue();
    }

    @Law
    void neitherOrderNorRepetitionMatters(@ForAll("targets") List<String> written, @ForAll long seed) {
        List<String> other = new ArrayList<>(written);
        other.addAll(written);
        Collections.shuffle(other, new Random(seed));

        assertThat(ScanTargets.of(other).sameAs(ScanTargets.of(written))).isTrue();
    }

    @Law
    void sameMeansTheSameHosts(@ForAll("targets") List<String> one, @ForAll("targets") List<String> other) {
        boolean same = hosts(one).equals(hosts(other));

        assertThat(ScanTargets.of(one).sameAs(ScanTargets.of(other))).isEqualTo(same);
        assertThat(ScanTargets.of(other).sameAs(ScanTargets.of(one))).isEqualTo(same);
    }

    @Law
    void apartMeansThatNoAddressIsShared(@ForAll("targets") List<String> one, @ForAll("targets") List<String> other) {
        boolean named = !ScanTargets.of(one).named().isEmpty()
                || !ScanTargets.of(other).named().isEmpty();
        boolean apart = !named && Collections.disjoint(hosts(one), hosts(other));

        assertThat(ScanTargets.of(one).apartFrom(ScanTargets.of(other))).isEqualTo(apart);
        assertThat(ScanTargets.of(other).apartFrom(ScanTargets.of(one))).isEqualTo(apart);
    }

    @Law
    void joinedRangesHoldTheSameAddressesInOrderWithGaps(@ForAll("ranges") List<AddressRange> ranges) {
        List<AddressRange> joined = AddressRange.joined(ranges);

        assertThat(numbers(joined)).isEqualTo(numbers(ranges));
        assertThat(AddressRange.joined(joined)).isEqualTo(joined);
        for (int i = 1; i < joined.size(); i++) {
            assertThat(joined.get(i).first())
                    .isGreaterThan(joined.get(i - 1).last().add(BigInteger.ONE));
        }
    }

    @Law
    void aNetworkHoldsWhatSharesItsPrefix(
            @ForAll @IntRange(max = 255) int last, @ForAll @IntRange(min = 24, max = 32) int prefix) {
        AddressRange network = AddressRange.network(new byte[] {(byte) 192, 0, 2, (byte) last}, prefix);
        int shift = 32 - prefix;
        Set<BigInteger> expected = IntStream.range(0, 256)
                .filter(other -> other >> shift == last >> shift)
                .mapToObj(other -> BigInteger.valueOf(0xC0000200L + other))
                .collect(Collectors.toSet());

        assertThat(numbers(List.of(network))).isEqualTo(expected);
    }

    private static Arbitrary<String> target() {
        Arbitrary<String> name = Arbitraries.of("www.example.com", "WWW.example.com", "www.example.com.", "db");
        Arbitrary<String> single = Arbitraries.integers().between(0, 15).map(i -> "192.0.2." + i);
        Arbitrary<String> ipv6 = Arbitraries.of("2001:db8::1", "2001:DB8:0:0::1", "2001:db8::2", "2001:db8::0/127");
        Arbitrary<String> network = Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(28, 32))
                .as((i, prefix) -> "192.0.2." + i + "/" + prefix);
        Arbitrary<String> range = span().map(span -> "192.0.2." + span[0] + " - 192.0.2." + span[1]);
        return Arbitraries.oneOf(name, single, ipv6, network, range);
    }

    private static Arbitrary<int[]> span() {
        Arbitrary<Integer> end = Arbitraries.integers().between(0, 15);
        return Combinators.combine(end, end).as((a, b) -> new int[] {Math.min(a, b), Math.max(a, b)});
    }

    private static AddressRange range(int first, int last) {
        return new AddressRange(32, BigInteger.valueOf(first), BigInteger.valueOf(last));
    }

    private static Set<Object> hosts(List<String> written) {
        return written.stream()
                .map(ScanTarget::parse)
                .flatMap(target -> target.range()
                        .map(range -> numbers(List.of(range)).stream().map(Object.class::cast))
                        .orElseGet(() ->
                                Stream.of(target.text().toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))))
                .collect(Collectors.toSet());
    }

    private static Set<BigInteger> numbers(List<AddressRange> ranges) {
        return ranges.stream()
                .flatMap(range -> Stream.iterate(
                        range.first(), one -> one.compareTo(range.last()) <= 0, one -> one.add(BigInteger.ONE)))
                .collect(Collectors.toSet());
    }
}
