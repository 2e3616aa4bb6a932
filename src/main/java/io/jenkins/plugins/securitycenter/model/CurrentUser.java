package io.jenkins.plugins.securitycenter.model;

import java.util.Optional;

/** The account that sends the requests ({@code /currentUser}). */
public record CurrentUser(
        String id,
        String username,
        Optional<ResourceReference> role,
        Optional<ResourceReference> organization,
        boolean locked) {

    private static final String ADMINISTRATOR_ROLE = "1";
    private static final String NO_ORGANIZATION = "0";

    public static CurrentUser of(Attributes attributes) {
        return new CurrentUser(
                attributes.id("id"),
                attributes.line("username"),
                attributes.reference("role"),
                attributes.reference("organization"),
                attributes.flag("locked"));
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
