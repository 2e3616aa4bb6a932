package io.jenkins.plugins.securitycenter.simulator;

import java.util.List;

/**
 * An invented piece of software that plugins are about.
 *
 * @param port where it listens; 0 for a local check of the whole host
 */
record Product(String name, String vendor, Family family, int port, String protocol) {

    /** A plugin family with its id on the server. */
    record Family(String id, String name) {}

    private static final Family WEB = new Family("11", "Web Servers");
    private static final Family FTP = new Family("19", "FTP");
    private static final Family DATABASES = new Family("31", "Databases");
    private static final Family MISC = new Family("23", "Misc.");
    private static final Family SERVICES = new Family("24", "Service detection");
    private static final Family GENERAL = new Family("30", "General");
    private static final Family LINUX = new Family("14", "Red Hat Local Security Checks");
    private static final Family WINDOWS = new Family("20", "Windows");
    private static final Family DNS = new Family("27", "DNS");
    private static final Family SNMP = new Family("28", "SNMP");

    static final List<Product> ALL = List.of(
            new Product("Norvik Web Server", "norvik", WEB, 443, "TCP"),
            new Product("Larkspur HTTP Proxy", "larkspur", WEB, 8080, "TCP"),
            new Product("Quillon Application Server", "quillon", WEB, 8443, "TCP"),
            new Product("Brackwater FTP", "brackwater", FTP, 21, "TCP"),
            new Product("Ostrea Database", "ostrea", DATABASES, 5432, "TCP"),
            new Product("Mirabel SQL", "mirabel", DATABASES, 3306, "TCP"),
            new Product("Tellurion Cache", "tellurion", DATABASES, 6379, "TCP"),
            new Product("Hedgerow SSH", "hedgerow", MISC, 22, "TCP"),
            new Product("Pellucid TLS", "pellucid", GENERAL, 443, "TCP"),
            new Product("Corvid Mail Gateway", "corvid", SERVICES, 25, "TCP"),
            new Product("Sandpiper DNS", "sandpiper", DNS, 53, "UDP"),
            new Product("Umbriel SNMP Agent", "umbriel", SNMP, 161, "UDP"),
            new Product("Wexcombe Remote Desktop", "wexcombe", WINDOWS, 3389, "TCP"),
            new Product("Wexcombe File Sharing", "wexcombe", WINDOWS, 445, "TCP"),
            new Product("Kestrel Kernel", "kestrel", LINUX, 0, "TCP"),
            new Product("Zephyr C Library", "zephyr", LINUX, 0, "TCP"),
            new Product("Thornbury Java Runtime", "thornbury", LINUX, 0, "TCP"),
            new Product("Aldine Office Suite", "aldine", WINDOWS, 0, "TCP"),
            new Product("Network Time Service", "chronos", GENERAL, 123, "UDP"),
            new Product("ICMP Stack", "generic", GENERAL, 0, "ICMP"));

    /** The number that stands for the protocol in filters. */
    int protocolNumber() {
        return switch (protocol) {
            case "UDP" -> 17;
            case "ICMP" -> 1;
            default -> 6;
        };
    }
}
