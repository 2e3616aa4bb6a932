package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.Test;

class HttpClientsTest {

    private final List<HttpClients.Pair> created = new ArrayList<>();
    private final HttpClients clients = new HttpClients(pair(), () -> {
        HttpClients.Pair pair = pair();
        created.add(pair);
        return pair;
    });

    private static HttpClients.Pair pair() {
        return new HttpClients.Pair(
                HttpClientBuilder.create().build(), HttpClientBuilder.create().build());
    }

    @Test
    void createsThoseForTransfersWithTheFirstTransfer() {
        clients.of(Request.get("/status"));
        clients.close();
        assertThat(created).isEmpty();
    }

    @Test
    void keepsThoseForTransfers() {
        Request download = Request.get("/report/1/download").answeredByFile();
        assertThat(clients.of(download)).isSameAs(clients.of(download));
        assertThat(created).hasSize(1);
        clients.close();
        assertClosed(created.get(0));
    }

    @Test
    void leavesNoneOpenThatIsCreatedAfterTheEnd() {
        clients.close();
        clients.of(Request.get("/report/1/download").answeredByFile());
        assertClosed(created.get(0));
    }

    private static void assertClosed(HttpClients.Pair pair) {
        assertThatThrownBy(() -> pair.keeping().execute(new HttpGet("http://127.0.0.1:1/"), answer -> 0))
                .hasMessageContaining("shut down");
        assertThatThrownBy(() -> pair.fresh().execute(new HttpGet("http://127.0.0.1:1/"), answer -> 0))
                .hasMessageContaining("shut down");
    }
}
