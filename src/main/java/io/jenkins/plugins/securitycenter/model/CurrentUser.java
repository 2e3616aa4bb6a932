package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The account that sends the requests ({@code /currentUser}).
 *
 * @param locked whether the server rejects further logins
 * @param mustChangePassword whether the server may reject requests until the password is changed
 * @param passwordEnd when the password expires; empty if it does not, or the server did not send that
 */
public record CurrentUser(
        String id,
        String username,
        Optional<ResourceReference> role,
        Optional<ResourceReference> organization,
        boolean locked,
        boolean mustChangePassword,
        Optional<Instant> passwordEnd) {

    private static final String ADMINISTRATOR_ROLE = "1";
    private static final String NO_ORGANIZATION = "0";
    private static final Instant FIRST_TIME = Instant.parse("2000-01-01T00:00:00Z");

    public static CurrentUser of(Attributes attributes) {
        return new CurrentUser(
                attributes.id("id"),
                attributes.line("username"),
                attributes.reference("role"),
                attributes.reference("organization"),
                attributes.flag("locked"),
                attributes.flag("mustChangePassword"),
                attributes.flag("passwordExpires") ? passwordEnd(attributes) : Optional.empty());
    }

    /** Returns the time; a small number is a duration in days. */
    private static Optional<Instant> passwordEnd(Attributes attributes) {
        return attributes.time("passwordExpiration").filter(FIRST_TIME::isBefore);
    }

    /** Returns whether this is an administrator, who can neither launch scans nor read findings. */
    public boolean administrator() {
        return role.map(ResourceReference::id)
                        .filter(ADMINISTRATOR_ROLE::equals)
                        .isPresent()
                || organization
                        .map(ResourceReference::id)
                        .filter(NO_ORGANIZATION::equals)
                        .isPresent();
    }
}
