package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.ResourceReader;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Creates, finds and deletes the definitions of on-demand scans ({@code /scan}), and policies that are created for them
 * ({@code /policy}). The scan results remain when a definition is deleted.
 */
public final class OnDemandScans {

    /**
     * A scan definition or policy with a mark.
     *
     * @param created when it was created, if the server sent that
     */
    public record Marked(Type type, String id, String name, ScanOwnerTag mark, Optional<Instant> created) {

        /** What is marked. */
        public enum Type {
            SCAN,
            POLICY;

            /** Returns the word for it within a sentence. */
            public String word() {
                return resource(this).label();
            }
        }
    }

    /**
     * A scan definition that can be created, because all objects that it refers to were found.
     *
     * @param policy the policy to create for it; empty for an existing one
     */
    public record Draft(String name, ObjectNode body, Optional<ObjectNode> policy) {

        /** Returns this scan with an existing policy. */
        public Draft withPolicy(String id) {
            ObjectNode scan = body.deepCopy();
            scan.set("policy", reference(id));
            return new Draft(name, scan, Optional.empty());
        }
    }

    /**
     * A scan definition that was created.
     *
     * @param id the ID of the definition
     * @param policy the policy that was created for it, as the server describes it; empty for none
     */
    public record Created(String id, Optional<PolicyPlugins> policy) {}

    /** Who needs the object with an id. */
    public enum Owner {
        /** The build with the mark. */
        BUILD,
        OTHERS,
        /** There is none with the id. */
        NOBODY
    }

    private static final String FIELDS = "id,name,description,createdTime";

    private final SecurityCenter server;

    public OnDemandScans(SecurityCenter server) {
        this.server = server;
    }

    /**
     * Creates a scan definition without a schedule, after its policy if it has one of its own. Each request is sent once;
     * if its response is lost, the object can be found by its mark, which must therefore be unique to this build.
     */
    public Created create(Draft draft, ScanOwnerTag mark) throws SecurityCenterException, InterruptedException {
        if (draft.policy().isEmpty()) {
            return new Created(createScan(draft, mark), Optional.empty());
        }
        PolicyPlugins policy = new Resource<>(server, ResourceType.POLICY_PLUGINS)
                .create(marked(draft.policy().get(), mark));
        try {
            return new Created(createScan(draft.withPolicy(policy.id()), mark), Optional.of(policy));
        } catch (SecurityCenterException e) {
            if (e instanceof ErrorResponseException || e.notProcessed()) {
                discardPolicy(policy.id(), e);
            }
            throw e;
        }
    }

    private String createScan(Draft draft, ScanOwnerTag mark) throws SecurityCenterException, InterruptedException {
        return new Resource<>(server, ResourceType.SCAN)
                .create(marked(draft.body(), mark))
                .id();
    }

    private static ObjectNode marked(ObjectNode body, ScanOwnerTag mark) {
        return body.deepCopy().put("description", mark.description());
    }

    /** Deletes a policy whose scan was refused. */
    private void discardPolicy(String id, SecurityCenterException refusal) throws InterruptedException {
        try {
            delete(Marked.Type.POLICY, id);
        } catch (SecurityCenterException e) {
            refusal.addSuppressed(e);
        }
    }

    /** Returns the id of the scan definition or policy with this mark, if there is one. */
    public Optional<String> find(Marked.Type type, ScanOwnerTag mark)
            throws SecurityCenterException, InterruptedException {
        return marked(type).stream()
                .filter(one -> one.mark().equals(mark))
                .map(Marked::id)
                .findFirst();
    }

    /** Returns all scan definitions or policies with a mark, of any Jenkins controller. */
    public List<Marked> marked(Marked.Type type) throws SecurityCenterException, InterruptedException {
        ResourceType<?> resource = resource(type);
        Request request = Request.get(resource.path()).query("fields", FIELDS).toDo("list the " + resource.plural());
        return new ResourceReader(server, request)
                .all(row -> marked(type, row)).stream()
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static Optional<Marked> marked(Marked.Type type, Attributes row) {
        return ScanOwnerTag.in(row.text("description"))
                .map(mark -> new Marked(type, row.id("id"), row.line("name"), mark, row.time("createdTime")));
    }

    /**
     * Returns whose scan definition or policy has that id. An administrator can replace the server, and the new one may
     * have an object with the same id.
     *
     * @param mark that of the build
     */
    public Owner owner(Marked.Type type, String id, ScanOwnerTag mark)
            throws SecurityCenterException, InterruptedException {
        ResourceType<?> resource = resource(type);
        Request request =
                Request.get(resource.path() + "/" + id).query("fields", FIELDS).toDo("read " + type.word() + " " + id);
        try {
            Optional<Marked> present = new ResourceReader(server, request).existing(row -> marked(type, row));
            return present.map(Marked::mark).filter(mark::equals).isPresent() ? Owner.BUILD : Owner.OTHERS;
        } catch (ErrorResponseException e) {
            if (e.missing()) {
                return Owner.NOBODY;
            }
            throw e;
        }
    }

    /** Deletes a scan definition or policy of this Jenkins; succeeds if it does not exist any more. */
    public void delete(Marked.Type type, String id) throws SecurityCenterException, InterruptedException {
        try {
            new Resource<>(server, resource(type)).delete(id);
        } catch (ErrorResponseException e) {
            if (!e.missing()) {
                throw e;
            }
        }
    }

    private static ResourceType<?> resource(Marked.Type type) {
        return type == Marked.Type.SCAN ? ResourceType.SCAN : ResourceType.POLICY;
    }

    /** Returns the body of a request for a scan without a schedule, still without references. */
    static ObjectNode body(String name, ScanTargets targets) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", name).put("type", "policy").put("ipList", targets.text());
        body.putObject("schedule").put("type", "template");
        return body;
    }

    /** Returns a reference to an object for the body of a request. */
    static ObjectNode reference(String id) {
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }
}
