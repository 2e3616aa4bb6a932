package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.ListReader;
import io.jenkins.plugins.securitycenter.client.ResourceReader;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.UnreadableValueException;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Provides access to the objects of one type that the account can see. */
public final class Resource<T extends Named> {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]+");

    private final SecurityCenter server;
    private final ResourceType<T> type;

    /** @param server is not closed */
    public Resource(SecurityCenter server, ResourceType<T> type) {
        this.server = server;
        this.type = type;
    }

    /** Returns all objects; paged resources, which may be long, are read page by page. */
    public List<T> list() throws SecurityCenterException, InterruptedException {
        return list(Request.get(type.path()));
    }

    /** Returns the objects for a request with further parameters. */
    List<T> list(Request request) throws SecurityCenterException, InterruptedException {
        Request full = request.query("fields", type.fields()).toDo("list the " + type.plural());
        return PagingStyle.needed(full) ? pages(full) : records(full).all(type.reader());
    }

    public T get(String id) throws SecurityCenterException, InterruptedException {
        Request request = Request.get(path(id)).query("fields", type.fields()).toDo("read " + type.label() + " " + id);
        return records(request).existing(type.reader());
    }

    /**
     * Returns the object with the given name or id; a numeric name takes precedence over an id.
     *
     * @throws IllegalArgumentException with a sentence for users if there is none, or several have the name
     */
    public T find(String nameOrId) throws SecurityCenterException, InterruptedException {
        return lookup().find(nameOrId, list());
    }

    /**
     * Returns the object with exactly the given name, if there is one.
     *
     * @throws IllegalArgumentException with a sentence for users if several have the name
     */
    Optional<T> named(String name) throws SecurityCenterException, InterruptedException {
        List<T> named =
                list().stream().filter(one -> one.name().equals(name.trim())).toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(lookup().find(name, named));
    }

    /**
     * Creates an object; returns the first one if the server creates several, such as one rule per repository. The
     * request is sent once.
     */
    public T create(ObjectNode body) throws SecurityCenterException, InterruptedException {
        String name = body.path("name").asText();
        String which = name.isEmpty() ? "" : " \"" + name + "\"";
        return readRecord(Request.post(type.path(), body).toDo("create " + type.label() + which));
    }

    /** Changes the given fields. The request is sent once. */
    public T change(String id, ObjectNode fields) throws SecurityCenterException, InterruptedException {
        Request request = Request.of(Request.Method.PATCH, path(id), new Request.Body.Json(fields));
        return readRecord(request.toDo("change " + type.label() + " " + id));
    }

    void delete(String id) throws SecurityCenterException, InterruptedException {
        server.call(Request.delete(path(id)).toDo("delete " + type.label() + " " + id));
    }

    public NameLookup<T> lookup() {
        return type.lookup(server.endpoint().name());
    }

    private List<T> pages(Request request) throws SecurityCenterException, InterruptedException {
        List<T> all = new ArrayList<>();
        try {
            new PagedResource(server).read(request, new PagedResource.RowListener() {
                @Override
                public void row(JsonNode row) {
                    all.add(type.reader().apply(ListReader.record("row", row)));
                }

                @Override
                public void restart() {
                    all.clear();
                }
            });
        } catch (UnreadableValueException e) {
            throw records(request).unexpected(MessageText.of(e.at("(row " + (all.size() + 1) + ")")));
        }
        return List.copyOf(all);
    }

    private T readRecord(Request request) throws SecurityCenterException, InterruptedException {
        return records(request).readRecord(type.label(), answer -> answer, type.reader());
    }

    private ResourceReader records(Request request) {
        return new ResourceReader(server, request);
    }

    private String path(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" is not a valid " + type.label() + " ID; IDs contain only letters, digits and -.");
        }
        return type.path() + "/" + id;
    }
}
