package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /currentUser}: the caller's account. */
final class CurrentUserResource implements Resource {
    private final World world;

    CurrentUserResource(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "currentUser";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        if (!call.is("GET", 1)) {
            throw call.unknown();
        }
        return Reply.of(Fields.cut(user(caller.account()), call, List.of()));
    }

    private ObjectNode user(Account account) {
        ObjectNode user = account.reference();
        user.setAll(texts(account));
        for (String list : List.of("managedUsersGroups", "managedObjectsGroups", "preferences", "userPrefs")) {
            user.set(list, Json.array());
        }
        user.set("role", world.library().roles.reference(account.role()));
        user.set("organization", account.administrator() ? administration() : CurrentOrganizationResource.reference());
        user.put("orgName", user.path("organization").path("name").asText());
        user.set("group", account.administrator() ? Json.nothing() : account.groupReference());
        user.set("responsibleAsset", Json.nothing());
        user.set("ldap", Json.nothing());
        if (world.options().profile().isSix()) {
            user.put("uuid", Uuids.of("User", account.id()));
        }
        return user;
    }

    private ObjectNode texts(Account account) {
        return Json.texts(
                "status", "0",
                "title", "",
                "email", account.username() + "@example.com",
                "address", "",
                "city", "",
                "state", "",
                "country", "",
                "phone", "",
                "fax", "",
                "createdTime", "1550037600",
                "modifiedTime", "1550037600",
                "lastLogin", String.valueOf(world.now().getEpochSecond()),
                "lastLoginIP", "127.0.0.1",
                "mustChangePassword", "false",
                "locked", String.valueOf(world.accounts().locked(account.username())),
                "failedLogins", String.valueOf(world.accounts().failedLogins(account.username())),
                "authType", "tns",
                "fingerprint", "",
                "password", "SET");
    }

    /** The administrators' organization: its id is the number 0. */
    private static ObjectNode administration() {
        return Json.object()
                .put("id", 0)
                .put("name", "Tenable.sc Administration")
                .put("description", "");
    }
}
