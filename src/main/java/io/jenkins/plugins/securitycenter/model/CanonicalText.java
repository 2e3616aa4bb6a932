package io.jenkins.plugins.securitycenter.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts values that have several equivalent spellings to a canonical form. Returns a value of unknown format
 * unchanged.
 */
final class CanonicalText {

    private static final Pattern UUID = Pattern.compile("(?:urn:uuid:)?\\{?([0-9a-f-]{32,})\\}?");
    private static final Pattern HEX_DIGITS = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern URL = Pattern.compile(
            "(https?)://((?:[^/?#]*@)?)([^/?#@]*?)\\.?(?::(\\d*))?([/?#].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private CanonicalText() {}

    /** Returns an IP address: IPv6 uncompressed and in lower case, IPv4-mapped IPv6 as IPv4. */
    static String address(String text) {
        String address = text.strip();
        if (address.indexOf(':') < 0) {
            return address;
        }
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int zone = bare.indexOf('%');
        String number = zone < 0 ? bare : bare.substring(0, zone);
        return ScanTarget.address(number).map(CanonicalText::written).orElse(number.toLowerCase(Locale.ROOT))
                + (zone < 0 ? "" : bare.substring(zone));
    }

    /** Returns a DNS or NetBIOS name in lower case, without a trailing dot. */
    static String name(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /**
     * Returns the 32 hexadecimal digits of a UUID in lower case, without braces and hyphens; empty for the nil UUID,
     * which identifies nothing.
     */
    static String uuid(String text) {
        String uuid = text.strip().toLowerCase(Locale.ROOT);
        if (uuid.isEmpty()) {
            return "";
        }
        Matcher matcher = UUID.matcher(uuid);
        String digits = matcher.matches() ? matcher.group(1).replace("-", "") : "";
        if (!HEX_DIGITS.matcher(digits).matches()) {
            return uuid;
        }
        return digits.equals("0".repeat(digits.length())) ? "" : digits;
    }

    /**
     * Returns a web URL with canonical scheme and host, without the default port, and with at least a slash as its
     * path.
     */
    static String url(String text) {
        String url = text.strip();
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            return url;
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        String port = matcher.group(4) == null ? "" : matcher.group(4);
        boolean usual = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
        String rest = matcher.group(5) == null ? "" : matcher.group(5);
        return scheme + "://" + matcher.group(2) + webHost(matcher.group(3)) + (usual ? "" : ":" + port)
                + (rest.startsWith("/") ? "" : "/") + rest;
    }

    private static String webHost(String host) {
        return host.startsWith("[") ? "[" + address(host) + "]" : name(host);
    }

    private static String written(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes.", e);
        }
    }
}
