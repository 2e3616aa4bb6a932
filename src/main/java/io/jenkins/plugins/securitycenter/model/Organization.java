package io.jenkins.plugins.securitycenter.model;

/**
 * An organization ({@code /organization}, {@code /currentOrganization}).
 *
 * @param userCount -1 when it is not told
 */
public record Organization(String id, String name, String description, long userCount) implements Named {

    /** The fields to ask for, in the API's names. */
    public static final String FIELDS = "id,name,description,userCount";

    public static Organization of(Attributes attributes) {
        return new Organization(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.number("userCount", -1));
    }
}
