package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.AssetLists.Update;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.model.resource.Asset;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An asset list is created once, whoever else creates it and whatever happens to the answer. */
class AssetCreationTest {

    private static final int BUILDS = 4;

    private final Rig rig = new Rig();
    private final SecurityCenter server = rig.open();

    @AfterEach
    void close() {
        server.close();
        rig.close();
    }

    @Test
    void buildsThatCreateOneListTogetherMakeOne() throws Exception {
        rig.simulator.faults().on("POST", "/asset").slow(Duration.ofMillis(200));
        CountDownLatch ready = new CountDownLatch(BUILDS);
        Callable<Update> build = () -> {
            ready.countDown();
            ready.await();
            return put("Shop", "192.0.2.1");
        };
        ExecutorService threads = Executors.newFixedThreadPool(BUILDS);
        try {
            int created = 0;
            for (Future<Update> update : threads.invokeAll(Collections.nCopies(BUILDS, build))) {
                created += update.get().created() ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(rig.count("POST /asset")).isEqualTo(1);
        assertThat(named("Shop")).hasSize(1);
    }

    @Test
    void findsTheListWhoseAnswerWasLost() throws Exception {
        rig.simulator.faults().on("POST", "/asset").resetAfter();
        Update update = put("Shop", "192.0.2.1");
        assertThat(named("Shop")).extracting(Asset::id).containsExactly(update.id());
        assertThat(update.created()).isTrue();
        assertThat(rig.count("POST /asset")).isEqualTo(1);
        assertThat(put("Shop", "192.0.2.1")).isEqualTo(new Update(update.id(), false, false));
    }

    @Test
    void findsTheListWhoseAnswerIsNotSecurityCenters() throws Exception {
        rig.simulator.faults().on("POST", "/asset").truncated();
        assertThat(put("Shop", "192.0.2.1").created()).isTrue();
        assertThat(rig.count("POST /asset")).isEqualTo(1);
        assertThat(named("Shop")).hasSize(1);
    }

    @Test
    void failsWithTheFirstReasonWhenTheListDoesNotExist() throws Exception {
        rig.simulator.faults().on("POST", "/asset").html(502);
        assertThatThrownBy(() -> put("Shop", "192.0.2.1"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("could not create asset list \"Shop\"");
        assertThat(rig.count("POST /asset")).isEqualTo(1);
        assertThat(named("Shop")).isEmpty();
    }

    @Test
    void failsWithTheFirstReasonWhenTheListCannotBeLookedFor() throws Exception {
        rig.simulator.faults().on("POST", "/asset").resetAfter();
        rig.simulator.faults().on("GET", "/asset").error(403, 146, "Not now.").after(2);
        assertThatThrownBy(() -> put("Shop", "192.0.2.1"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("could not create asset list \"Shop\"");
        rig.simulator.faults().clear();
        assertThat(put("Shop", "192.0.2.1").created()).isFalse();
    }

    private Update put(String name, String hosts) throws Exception {
        return new AssetLists(server).put(name, ScanTargets.parse(hosts), "");
    }

    private List<Asset> named(String name) throws Exception {
        return new Resource<>(server, ResourceType.ASSET)
                .list().stream().filter(list -> list.name().equals(name)).toList();
    }
}
