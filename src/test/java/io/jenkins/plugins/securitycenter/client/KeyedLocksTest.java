package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class KeyedLocksTest {

    private final KeyedLocks<String> locks = new KeyedLocks<>();

    @Test
    void keepsNothingOfAReleasedLock() throws Exception {
        KeyedLocks.HeldLock one = locks.lock("a");
        KeyedLocks.HeldLock other = locks.lock("b");
        assertThat(locks.size()).isEqualTo(2);
        one.release();
        other.release();
        assertThat(locks.size()).isZero();
    }

    @Test
    void waitsForTheSameKeyAndCanBeInterrupted() throws Exception {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                locks.lock("a").release();
                outcome.complete(null);
            } catch (InterruptedException e) {
                outcome.completeExceptionally(e);
            }
        });
        KeyedLocks.HeldLock held = locks.lock("a");
        waiting.start();
        waiting.interrupt();
        assertThatThrownBy(outcome::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        held.release();
        locks.lock("a").release();
        assertThat(locks.size()).isZero();
    }
}
