package io.jenkins.plugins.securitycenter.client.resource;

import io.jenkins.plugins.securitycenter.client.OneAnswer;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.fuzz.FuzzInput;

/** A byte for the status, a byte for what is asked, and the body of the answer. */
public final class ResourcesFuzz {

    private static final Integer[] STATUSES = {200, 200, 200, 403, 500};

    private ResourcesFuzz() {}

    private interface Call {
        Object from(SecurityCenter server) throws SecurityCenterException, InterruptedException;
    }

    private static final Call[] CALLS = {
        SecurityCenter::system,
        SecurityCenter::status,
        SecurityCenter::currentUser,
        server -> new ScanResults(server).get("1"),
        server -> new ScanResults(server).coverage("1"),
        server -> new ScanResults(server).createdSince(java.time.Instant.EPOCH),
        server -> server.exchange(Request.get("/any").toDo("ask")),
    };

    public static void fuzzerTestOneInput(byte[] bytes) throws InterruptedException {
        FuzzInput input = new FuzzInput(bytes);
        int status = input.one(STATUSES);
        int which = input.next();
        byte[] body = input.rest();
        try (SecurityCenter server = OneAnswer.server(status, "application/json", body)) {
            call(which).from(server).toString();
        } catch (SecurityCenterException e) {
            e.getMessage().length();
        }
    }

    private static Call call(int which) {
        if (which < CALLS.length) {
            return CALLS[which];
        }
        ResourceType<?> type = ResourceType.ALL.get((which - CALLS.length) / 2 % ResourceType.ALL.size());
        return (which - CALLS.length) % 2 == 0
                ? server -> new Resource<>(server, type).list()
                : server -> new Resource<>(server, type).get("1");
    }
}
