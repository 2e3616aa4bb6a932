package io.jenkins.plugins.securitycenter.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern for hosts: an IP address, a range of addresses, a CIDR, or a DNS name. In a name, {@code *} stands for any
 * characters, dots included. Names that a host gives itself, such as NetBIOS names, are not compared.
 *
 * @param text the pattern as the user entered it, without blanks
 * @param range the addresses; empty for a name
 */
public record HostPattern(String text, Optional<AddressRange> range) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_*.-]{1,253}");
    private static final Pattern LETTER = Pattern.compile("[a-z]");
    private static final String NEED = "; use an address (192.0.2.1), a range (192.0.2.1-192.0.2.9), a network"
            + " (192.0.2.0/24) or a DNS name in which * stands for any characters (*.lab.example.com).";

    /** @throws IllegalArgumentException if the pattern is not valid, with a message for the user */
    public static HostPattern parse(String written) {
        String text = written.trim();
        if (text.indexOf('*') >= 0) {
            String name = CanonicalText.name(text);
            if (!NAME.matcher(name).matches() || !LETTER.matcher(name).find() || name.contains("..")) {
                throw wrong(text);
            }
            return new HostPattern(text, Optional.empty());
        }
        try {
            ScanTarget target = ScanTarget.parse(text);
            return new HostPattern(target.text(), target.range());
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("\"" + text + "\" is not a valid address, network or host name" + NEED);
    }

    /** Returns whether the IP address or the DNS name of the host matches. */
    public boolean matches(Host host) {
        Host canonical = host.canonical();
        return range.isPresent()
                ? ScanTarget.address(canonical.ip())
                        .filter(address -> range.get().contains(AddressRange.of(address, address)))
                        .isPresent()
                : !canonical.dnsName().isEmpty() && matches(CanonicalText.name(text), canonical.dnsName());
    }

    /** Returns whether the host has what the pattern is compared with: an IP address, or a DNS name. */
    public boolean decides(Host host) {
        Host canonical = host.canonical();
        return range.isPresent()
                ? ScanTarget.address(canonical.ip()).isPresent()
                : !canonical.dnsName().isEmpty();
    }

    /** Compares without a regular expression, in time proportional to the product of the lengths at most. */
    private static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
