package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Definitions of scans that are made for one run ({@code /scan}). Their results outlive them. */
public final class OnDemandScans {

    /** A definition that carries a mark. */
    public record Marked(String id, String name, ScanMark mark) {}

    private final SecurityCenter server;

    public OnDemandScans(SecurityCenter server) {
        this.server = server;
    }

    /**
     * Makes a definition that never starts by itself. When the answer is lost, the definition is looked for by its
     * mark, which must therefore be of this build alone.
     *
     * @throws IllegalArgumentException with a sentence when a name belongs to no object, or to several
     */
    public Scan create(OnDemandScan scan, ScanMark mark) throws SecurityCenterException, InterruptedException {
        ObjectNode body = body(scan).put("description", mark.description());
        try {
            return server.resource(Kind.SCAN).create(body);
        } catch (SecurityCenterException e) {
            if (e instanceof RefusedException || e.notProcessed()) {
                throw e;
            }
            Optional<Marked> made =
                    marked().stream().filter(one -> one.mark().equals(mark)).findFirst();
            return server.resource(Kind.SCAN).get(made.orElseThrow(() -> e).id());
        }
    }

    /** All definitions that carry a mark, of whichever Jenkins. */
    public List<Marked> marked() throws SecurityCenterException, InterruptedException {
        JsonNode answer = server.call(
                Request.get("/scan").query("fields", "id,name,description").toDo("list the scans"));
        List<Marked> marked = new ArrayList<>();
        for (Attributes scan : Listing.of(answer)) {
            ScanMark.in(scan.text("description"))
                    .ifPresent(mark -> marked.add(new Marked(scan.text("id"), scan.text("name"), mark)));
        }
        return List.copyOf(marked);
    }

    /** Removes a definition; one that is gone already is none of the caller's worries. */
    public void delete(String id) throws SecurityCenterException, InterruptedException {
        try {
            server.resource(Kind.SCAN).delete(id);
        } catch (RefusedException e) {
            if (!e.missing()) {
                throw e;
            }
        }
    }

    private ObjectNode body(OnDemandScan scan) throws SecurityCenterException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", scan.name()).put("type", "policy");
        body.set("policy", reference(Kind.POLICY, scan.policy()));
        body.set("repository", reference(Kind.REPOSITORY, scan.repository()));
        body.put("ipList", scan.scope().targets().text());
        for (String asset : scan.scope().assets()) {
            body.withArray("assets").add(reference(Kind.ASSET, asset));
        }
        for (String credential : scan.credentials()) {
            body.withArray("credentials").add(reference(Kind.CREDENTIAL, credential));
        }
        if (!scan.zone().isBlank()) {
            body.set("zone", reference(Kind.ZONE, scan.zone()));
        }
        if (!scan.maxScanTime().isZero()) {
            body.put("maxScanTime", Long.toString(scan.maxScanTime().toSeconds()));
        }
        body.putObject("schedule").put("type", "template");
        return body;
    }

    private <T extends Named> ObjectNode reference(Kind<T> kind, String nameOrId)
            throws SecurityCenterException, InterruptedException {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", server.resource(kind).find(nameOrId).id());
    }
}
