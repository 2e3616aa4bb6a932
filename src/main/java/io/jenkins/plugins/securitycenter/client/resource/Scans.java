package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.ResourceReader;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.util.List;

/**
 * Provides access to the scans of one kind that the account can use ({@code /scan}, {@code /agentScan}, {@code
 * /wasScan}).
 */
public final class Scans {

    private final SecurityCenter server;
    private final ResourceType<Scan> kind;

    /** @param server the connection, which the caller closes */
    public Scans(SecurityCenter server, ScanKind kind) {
        this.server = server;
        this.kind = ResourceType.scan(kind);
    }

    /** Returns all scans. */
    public List<Scan> list() throws SecurityCenterException, InterruptedException {
        return new Resource<>(server, kind).list(Request.get(kind.path()).query("filter", "usable"));
    }

    /**
     * Returns the scan with the given name or id; a numeric name takes precedence over an id.
     *
     * @throws IllegalArgumentException with a sentence for users if there is none, or several have the name
     */
    public Scan find(String nameOrId) throws SecurityCenterException, InterruptedException {
        return kind.find(nameOrId, list(), server.endpoint().name());
    }

    /**
     * Launches a scan and returns its new scan result; little more than its id is known at that time. The request is
     * sent once.
     */
    public ScanResult launch(Scan scan) throws SecurityCenterException, InterruptedException {
        String operation = "launch " + kind.label() + " \"" + scan.name() + "\"";
        Request request = Request.post(kind.path() + "/" + scan.id() + "/launch", JsonNodeFactory.instance.objectNode())
                .toDo(operation);
        return new ResourceReader(server, request)
                .readRecord("scan result", answer -> answer.path("scanResult"), ScanResult::of);
    }
}
