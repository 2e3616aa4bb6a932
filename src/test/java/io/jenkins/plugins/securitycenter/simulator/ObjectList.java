package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A resource with a list of objects that can be read, added, changed and deleted; one class for all such kinds. */
final class ObjectList implements Resource {
    private static final List<String> PERMANENT = List.of("ticket");
    private final ObjectKind kind;
    private final Records records;
    private final SimulatorOptions options;

    ObjectList(ObjectKind kind, Records records, SimulatorOptions options) {
        this.kind = kind;
        this.records = records;
        this.options = options;
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        boolean administrator = caller.account().administrator();
        if (kind.access().secret() && !administrator) {
            throw Refusal.forbidden("see each " + kind.label());
        }
        if (call.method().equals("GET")) {
            return Reply.of(read(call, caller));
        }
        if (kind.access().fixed() && !administrator) {
            throw Refusal.forbidden("change a " + kind.label());
        }
        String id = call.segment(1);
        if (call.is("POST", 1)) {
            return Reply.of(add(call.json(), caller));
        }
        if (call.is("PATCH", 2)) {
            return Reply.of(change(records.get(id, "edit"), call.json()));
        }
        if (call.is("DELETE", 2) && !PERMANENT.contains(name())) {
            records.delete(id);
            return Reply.nothing();
        }
        if (call.is("POST", 3)) {
            return act(call, caller, records.get(id, call.segment(2)));
        }
        throw call.unknown();
    }

    private JsonNode read(Call call, Caller caller) {
        if (call.is("GET", 2) && call.segment(1).equals("tag")) {
            return Json.array();
        }
        if (call.is("GET", 2)) {
            return Fields.cut(shown(records.get(call.segment(1), "get")), call, List.of());
        }
        if (!call.is("GET", 1)) {
            throw call.unknown();
        }
        List<ObjectNode> visible = visible(caller);
        if (options.profile().isSix() && call.query("paginated").equals("true")) {
            return Fields.paged(visible, call);
        }
        return kind.access().twoLists() && !caller.account().administrator()
                ? Fields.lists(
                        visible,
                        call,
                        kind.inLists(),
                        record -> !record.path("id").asText().equals("0"))
                : Fields.plain(visible, call, kind.inLists());
    }

    private List<ObjectNode> visible(Caller caller) {
        return records.all().stream()
                .filter(record -> !name().equals("repository")
                        || caller.account().administrator()
                        || caller.account().sees(record.path("id").asText()))
                .map(this::shown)
                .toList();
    }

    private ObjectNode shown(ObjectNode record) {
        return kind.content().show(record, options.clock().instant());
    }

    /** What some kinds can do beside. */
    private Reply act(Call call, Caller caller, ObjectNode record) {
        return switch (call.segment(2)) {
            case "copy" -> Reply.of(copy(record, call.json(), caller));
            case "share" -> Reply.of(shown(record));
            case "refresh" -> Reply.of(call.json().put("id", call.segment(1)));
            case "execute" -> Reply.of(change(record, Json.texts("lastTriggered", now())));
            case "apply" -> Reply.nothing();
            default -> throw call.unknown();
        };
    }

    /** A new object from the body of a request. */
    ObjectNode add(ObjectNode body, Caller caller) {
        ObjectNode content = kind.content().read(body, true);
        ObjectNode record = Json.texts("id", records.newId(), "name", "", "description", "", "status", "0");
        String id = record.path("id").asText();
        record.put("createdTime", now()).put("modifiedTime", now());
        if (kind.access().twoLists()) {
            record.put("canUse", "true").put("canManage", "true");
            record.set("creator", caller.account().reference());
            record.set("owner", caller.account().reference());
            record.set("ownerGroup", caller.account().groupReference());
        }
        if (options.profile().isSix()) {
            record.put("uuid", Uuids.of(kind.label(), id));
        }
        record.setAll(content);
        return shown(records.put(record.put("id", id)));
    }

    private ObjectNode change(ObjectNode record, ObjectNode body) {
        String id = record.path("id").asText();
        record.setAll(kind.content().read(body, false));
        return shown(record.put("id", id).put("modifiedTime", now()));
    }

    /** Another record with the content of one, and the name that the body gives. */
    ObjectNode copy(ObjectNode record, ObjectNode body, Caller caller) {
        ObjectNode copy = record.deepCopy();
        copy.put("name", Json.text(body, "name", record.path("name").asText()));
        return add(copy, caller);
    }

    private String now() {
        return String.valueOf(options.clock().instant().getEpochSecond());
    }
}
