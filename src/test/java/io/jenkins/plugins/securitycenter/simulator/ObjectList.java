package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;

/** A resource without behaviour of its own: list, read, add, change and delete records. */
final class ObjectList implements Resource {
    private final String name;
    private final Records records;
    private final Shape shape;
    private final Clock clock;

    /** How the list comes. */
    enum Shape {
        /** One array. */
        PLAIN,
        /** Two arrays, usable and manageable. */
        USABLE
    }

    ObjectList(String name, Records records, Shape shape, SimulatorOptions options) {
        this.name = name;
        this.records = records;
        this.shape = shape;
        clock = options.clock();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        String id = call.segment(1);
        if (call.is("GET", 1)) {
            return Reply.of(
                    shape == Shape.PLAIN || caller.account().administrator()
                            ? Fields.plain(visible(caller), call)
                            : Fields.lists(visible(caller), call, record -> !record.path("id")
                                    .asText()
                                    .equals("0")));
        }
        if (call.is("POST", 1)) {
            return Reply.of(add(call.json()));
        }
        if (call.is("GET", 2)) {
            return Reply.of(Fields.cut(records.get(id, "get"), call, List.of()));
        }
        if (call.is("PATCH", 2)) {
            ObjectNode record = records.get(id, "edit");
            record.setAll(call.json());
            return Reply.of(record.put("id", id).put("modifiedTime", now()));
        }
        if (call.is("DELETE", 2)) {
            records.delete(id);
            return Reply.nothing();
        }
        throw call.unknown();
    }

    private List<ObjectNode> visible(Caller caller) {
        return records.all().stream()
                .filter(record -> !name.equals("repository")
                        || caller.account().administrator()
                        || caller.account().sees(record.path("id").asText()))
                .toList();
    }

    private ObjectNode add(ObjectNode body) {
        if (body.path("name").asText().isBlank()) {
            throw Refusal.badRequest("A " + records.kind() + " must have a name.");
        }
        ObjectNode record = Json.texts("id", records.newId(), "name", "", "description", "", "status", "0");
        record.put("createdTime", now()).put("modifiedTime", now());
        String id = record.path("id").asText();
        record.setAll(body);
        return records.put(record.put("id", id));
    }

    /** Another record with the content of one, and the name that the body gives. */
    ObjectNode copy(ObjectNode record, ObjectNode body) {
        ObjectNode copy = record.deepCopy();
        copy.put("name", Json.text(body, "name", record.path("name").asText()));
        return add(copy);
    }

    private String now() {
        return String.valueOf(clock.instant().getEpochSecond());
    }
}
