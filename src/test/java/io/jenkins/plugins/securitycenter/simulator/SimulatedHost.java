package io.jenkins.plugins.securitycenter.simulator;

import java.util.HexFormat;
import java.util.UUID;

/**
 * A scanned host; everything follows from its address.
 *
 * @param givenName the name by which the scan asked for it, or the empty text
 */
record SimulatedHost(long address, String givenName) {
    private static final String NAMELESS = "-";
    private static final HexFormat HEX = HexFormat.of();
    private static final String[] KINDS = {"web", "db", "app", "ws", "printer", "mail", "build", "fw"};
    private static final String[] CPES = {
        "cpe:/o:kestrel:linux:5.4", "cpe:/o:wexcombe:server:2019", "cpe:/o:wexcombe:desktop:11", ""
    };

    /** The same host with another name; empty for none. */
    SimulatedHost named(String name) {
        return new SimulatedHost(address, name.isEmpty() ? NAMELESS : name);
    }

    String ip() {
        return Targets.text(address);
    }

    /** Most hosts have a name; a few have one that bites. */
    String dnsName() {
        if (!givenName.isEmpty()) {
            return givenName.equals(NAMELESS) ? "" : givenName;
        }
        int number = number(100, 1);
        if (number < 8) {
            return "";
        }
        String plain = KINDS[number % KINDS.length] + "-" + ip().replace('.', '-') + ".corp.example.com";
        return number < 10 ? Hostile.text(address) + "." + plain : plain;
    }

    String macAddress() {
        return "02:00" + hex(address >> 24) + hex(address >> 16) + hex(address >> 8) + hex(address);
    }

    String netbiosName() {
        return number(3, 2) == 0 ? "CORP\\HOST" + (address & 0xffff) : "";
    }

    String uuid() {
        return number(4, 3) == 0 ? new UUID(Hash.of(address, 4), Hash.of(address, 5)).toString() : "";
    }

    String uniqueness() {
        return uuid().isEmpty() ? "repositoryID,ip,dnsName" : "repositoryID,uuid";
    }

    String osCpe() {
        return CPES[number(CPES.length, 6)];
    }

    private static String hex(long number) {
        return ":" + HEX.toHexDigits((byte) number);
    }

    private int number(int bound, int purpose) {
        return Hash.below(bound, Hash.of(address, purpose));
    }
}
