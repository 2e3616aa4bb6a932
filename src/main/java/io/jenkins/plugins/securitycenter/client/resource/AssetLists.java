package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.KeyedLocks;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.model.resource.Asset;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Creates and updates asset lists ({@code /asset}). */
public final class AssetLists {

    /** The outcome of an update. */
    public record Update(String id, boolean created, boolean changed) {}

    private record ListName(URI server, String name) {}

    private static final String DESCRIPTION = "description";

    /** Prevents two threads from creating lists with the same name at the same time, which the server would accept. */
    private static final KeyedLocks<ListName> CREATING = new KeyedLocks<>();

    private final SecurityCenter server;

    public AssetLists(SecurityCenter server) {
        this.server = server;
    }

    /**
     * Creates or updates the list with the given name, so that it contains exactly these addresses or host names. A
     * list with equivalent content is not changed. Threads of this process create lists with the same name one after
     * the other. The request to create a list is sent once; if its response is lost, the list is looked up instead.
     *
     * @param description the description of the list; empty to keep the present one
     * @throws IllegalArgumentException with a sentence for users if there are no hosts, addresses and host names are
     *     mixed, several lists have the name, or the list has another type
     */
    public Update put(String name, ScanTargets hosts, String description)
            throws SecurityCenterException, InterruptedException {
        String type = type(name, hosts);
        Optional<Asset> present = lists().named(name);
        if (present.isEmpty()) {
            ListName key = new ListName(server.endpoint().url(), name.trim());
            KeyedLocks.HeldLock held = CREATING.lock(key);
            try {
                present = lists().named(name);
                if (present.isEmpty()) {
                    return create(added(name, type, hosts, description), hosts, description);
                }
            } finally {
                held.release();
            }
        }
        return update(present.get(), type, hosts, description);
    }

    private Update create(ObjectNode list, ScanTargets hosts, String description)
            throws SecurityCenterException, InterruptedException {
        try {
            return new Update(lists().create(list).id(), true, true);
        } catch (UnreachableException | UnexpectedResponseException e) {
            Optional<Asset> created = e.notProcessed() ? Optional.empty() : created(list, e);
            if (created.isEmpty()) {
                throw e;
            }
            String type = list.path("type").asText();
            return new Update(update(created.get(), type, hosts, description).id(), true, true);
        }
    }

    /** Returns the list if the server created it although its response was lost. */
    private Optional<Asset> created(ObjectNode list, SecurityCenterException lost) throws InterruptedException {
        try {
            return lists().named(list.path("name").asText());
        } catch (SecurityCenterException e) {
            lost.addSuppressed(e);
            return Optional.empty();
        }
    }

    private Update update(Asset present, String type, ScanTargets hosts, String description)
            throws SecurityCenterException, InterruptedException {
        Asset known = lists().get(present.id());
        if (!known.type().equals(type)) {
            throw new IllegalArgumentException("Asset list \"" + present.name() + "\" on SecurityCenter \""
                    + server.endpoint().name() + "\" has type " + known.type() + " and cannot be changed to type "
                    + type + "; choose another name.");
        }
        ObjectNode changes = changes(known, hosts, description);
        if (!changes.isEmpty()) {
            lists().change(known.id(), changes);
        }
        return new Update(known.id(), false, !changes.isEmpty());
    }

    private Resource<Asset> lists() {
        return new Resource<>(server, ResourceType.ASSET);
    }

    private static ObjectNode added(String name, String type, ScanTargets hosts, String description) {
        ObjectNode list = JsonNodeFactory.instance
                .objectNode()
                .put("name", name.trim())
                .put("type", type)
                .put(contentField(type), hosts.text());
        return description.isEmpty() ? list : list.put(DESCRIPTION, description);
    }

    private static ObjectNode changes(Asset known, ScanTargets hosts, String description) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        if (!hosts.sameAs(content(known))) {
            changes.put(contentField(known.type()), hosts.text());
        }
        if (!description.isEmpty() && !description.equals(known.description())) {
            changes.put(DESCRIPTION, description);
        }
        return changes;
    }

    private static String contentField(String type) {
        return type.equals(Asset.STATIC) ? "definedIPs" : "definedDNSNames";
    }

    private static ScanTargets content(Asset known) {
        List<String> content = known.type().equals(Asset.STATIC) ? known.addresses() : known.dnsNames();
        try {
            return ScanTargets.of(content);
        } catch (IllegalArgumentException e) {
            // the server may contain values that this plugin would not send, so they are replaced
            return ScanTargets.NONE;
        }
    }

    private static String type(String name, ScanTargets hosts) {
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException(
                    "Asset list \"" + name + "\" would be empty; specify at least one address or host name.");
        }
        int names = hosts.named().size();
        if (names > 0 && names < hosts.all().size()) {
            throw new IllegalArgumentException("Asset list \"" + name
                    + "\" cannot contain both addresses and host names such as \""
                    + hosts.named().get(0).text() + "\"; create two lists.");
        }
        return names > 0 ? Asset.DNS_NAME : Asset.STATIC;
    }
}
