package io.jenkins.plugins.securitycenter.model;

import java.time.Duration;
import java.util.Optional;

/**
 * Information about the server ({@code /system}).
 *
 * @param version for example {@code 6.7.0}; empty if the server hides it, as versions since 5.20 do before a login
 * @param licenseStatus for example {@code Valid}; empty if the server did not send it
 * @param sessionTimeout the idle time after which a session ends
 * @param token the session token that a login by client certificate returns here
 */
public record SystemInfo(
        Optional<String> version, String licenseStatus, Duration sessionTimeout, Optional<String> token) {

    private static final long DEFAULT_SESSION_SECONDS = 3600;

    public static SystemInfo of(Attributes attributes) {
        long idle = attributes.number("sessionTimeout", DEFAULT_SESSION_SECONDS);
        return new SystemInfo(
                optional(attributes.text("version")),
                attributes.text("licenseStatus"),
                Duration.ofSeconds(idle > 0 ? idle : DEFAULT_SESSION_SECONDS),
                optional(attributes.text("token")));
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public String toString() {
        return "SystemInfo[version=" + version.orElse("unknown") + ", licenseStatus=" + licenseStatus + "]";
    }
}
