package io.jenkins.plugins.securitycenter.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A scan target: an IPv4 or IPv6 address, a range of addresses, a CIDR or a host name.
 *
 * @param text the target as the user entered it, without blanks
 * @param range the addresses; empty for a host name
 */
public record ScanTarget(String text, Optional<AddressRange> range) {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("\\A[0-9A-Fa-f]*+:[0-9A-Fa-f:.]*+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");
    private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");
    private static final int LONGEST_NAME = 253;
    /** What a script passes for a variable that is not set; as a host name, it would match nothing without a message. */
    private static final String UNSET = "null";

    /**
     * Parses a target.
     *
     * @throws IllegalArgumentException with a sentence for users that says what is wrong and what is allowed
     */
    public static ScanTarget parse(String written) {
        String text = written.trim();
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return new ScanTarget(text, Optional.of(network(text, slash)));
        }
        Optional<byte[]> single = address(text);
        if (single.isPresent()) {
            return new ScanTarget(text, Optional.of(AddressRange.of(single.get(), single.get())));
        }
        int dash = text.indexOf('-');
        if (dash >= 0 && address(text.substring(0, dash).trim()).isPresent()) {
            return new ScanTarget(text.replace(" ", ""), Optional.of(range(text, dash)));
        }
        if (!hostName(text)) {
            throw wrong(text, "is not a valid address or host name");
        }
        return new ScanTarget(text, Optional.empty());
    }

    /** Returns whether the target is a host name. */
    public boolean named() {
        return range.isEmpty();
    }

    /** Returns whether the target is one address, so neither a name nor several addresses. */
    public boolean oneAddress() {
        return range.filter(AddressRange::single).isPresent();
    }

    /** Returns the host name in canonical form for comparisons. */
    String comparableName() {
        String name = text.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /**
     * Returns whether the list of addresses, ranges and networks, with commas, contains the address. A part that is not
     * understood may contain it.
     */
    public static boolean contains(String list, String address) {
        return Arrays.stream(list.split(",")).anyMatch(part -> mayContain(part.trim(), address));
    }

    private static boolean mayContain(String part, String address) {
        try {
            Optional<AddressRange> range = parse(part).range();
            Optional<AddressRange> one = parse(address).range();
            return range.isEmpty() || one.isEmpty() || range.get().contains(one.get());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static AddressRange network(String text, int slash) {
        String prefix = text.substring(slash + 1).trim();
        byte[] address = address(text.substring(0, slash).trim())
                .orElseThrow(() -> wrong(text, "does not start with an address"));
        int bits = address.length * Byte.SIZE;
        if (!PREFIX.matcher(prefix).matches() || Integer.parseInt(prefix) > bits) {
            throw wrong(text, "needs a number from 0 to " + bits + " after the slash");
        }
        return AddressRange.network(address, Integer.parseInt(prefix));
    }

    private static AddressRange range(String text, int dash) {
        byte[] first = address(text.substring(0, dash).trim()).orElseThrow();
        byte[] last = address(text.substring(dash + 1).trim())
                .orElseThrow(() -> wrong(text, "needs a complete address after the dash"));
        if (first.length != last.length) {
            throw wrong(text, "mixes IPv4 and IPv6");
        }
        AddressRange range = AddressRange.of(first, last);
        if (range.backwards()) {
            throw wrong(text, "ends before it starts");
        }
        return range;
    }

    /** Returns the bytes of an IP address; empty for anything else. */
    static Optional<byte[]> address(String text) {
        if (IPV4.matcher(text).matches()) {
            return ipv4(text);
        }
        if (!IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // IP literals only, so there is no DNS lookup
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> ipv4(String text) {
        byte[] address = new byte[4];
        String[] parts = text.split("\\.");
        for (int i = 0; i < address.length; i++) {
            int value = Integer.parseInt(parts[i]);
            if (value > 255 || parts[i].length() > 1 && parts[i].startsWith("0")) {
                return Optional.empty();
            }
            address[i] = (byte) value;
        }
        return Optional.of(address);
    }

    private static boolean hostName(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.equals(UNSET)) {
            return false;
        }
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return !labels[labels.length - 1].matches("\\d+");
    }

    private static IllegalArgumentException wrong(String text, String problem) {
        return new IllegalArgumentException("Target \"" + text + "\" " + problem
                + "; use an address (192.0.2.1, 2001:db8::1), a range (192.0.2.1-192.0.2.9), a network (192.0.2.0/24)"
                + " or a host name (www.example.com).");
    }
}
