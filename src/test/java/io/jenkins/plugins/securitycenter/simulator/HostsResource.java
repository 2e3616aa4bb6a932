package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** {@code /hosts}: known hosts, always the same, made when they are asked for, and paged. */
final class HostsResource implements Resource {
    /** More than one page of any client. */
    static final int HOSTS = 2_500;

    private static final long DEFAULT_PAGE = 50;

    @Override
    public String name() {
        return "hosts";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        caller.mustBeInOrganization("see hosts");
        if (call.is("GET", 1) || call.is("POST", 2) && call.segment(1).equals("search")) {
            return page(call);
        }
        if (call.is("GET", 2)) {
            return Reply.of(IntStream.rangeClosed(1, HOSTS)
                    .mapToObj(HostsResource::host)
                    .filter(host -> host.path("uuid").asText().equals(call.segment(1)))
                    .findFirst()
                    .orElseThrow(() -> Refusal.missing("Host", call.segment(1), "get")));
        }
        throw call.unknown();
    }

    private static Reply page(Call call) {
        int from = (int) Math.max(0, Math.min(HOSTS, call.number("startOffset", 0)));
        long wanted = call.number("endOffset", from + call.number("limit", DEFAULT_PAGE));
        int to = (int) Math.max(from, Math.min(HOSTS, wanted));
        List<ObjectNode> hosts = IntStream.range(from, to)
                .mapToObj(number -> Fields.cut(host(number + 1), call, List.of()))
                .toList();
        ArrayNode rows = Json.array().addAll(hosts);
        if (call.method().equals("GET") && !call.query("pagination").equals("true")) {
            return Reply.of(rows);
        }
        ObjectNode page = Json.texts("totalRecords", String.valueOf(HOSTS));
        page.put("returnedRecords", hosts.size()).put("startOffset", String.valueOf(from));
        page.put("endOffset", String.valueOf(wanted)).set("results", rows);
        return Reply.of(page);
    }

    private static ObjectNode host(int number) {
        String ip = Targets.text((10L << 24) + (17 << 16) + number);
        ObjectNode host = Json.texts("id", String.valueOf(number), "uuid", Uuids.of("Host", ip));
        host.put("name", "host-" + number).put("ipAddress", ip).put("dns", "host-" + number + ".example.com");
        host.put("os", "Linux").put("firstSeen", "1700000000").put("lastSeen", "1700000000");
        return host.put("repID", "1").put("acr", "5.0");
    }
}
