package io.jenkins.plugins.securitycenter.model;

/**
 * A group of users ({@code /group}).
 *
 * @param userCount -1 when it is not told
 */
public record Group(String id, String name, String description, long userCount) implements Named {

    /** The fields to ask for, in the API's names. */
    public static final String FIELDS = "id,name,description,userCount";

    public static Group of(Attributes attributes) {
        return new Group(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.number("userCount", -1));
    }
}
