package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a server keeps: definitions, uploaded files and results, and whose each of them really is. */
final class ModelServer {

    static final String SHARED = "1";

    private static final Duration WORK = Duration.ofSeconds(10);

    /** Something that a build created to launch it. */
    static final class Created {
        final String id;
        final String build;
        final ScanOwnerTag mark;
        boolean removed;

        Created(String id, String build, ScanOwnerTag mark) {
            this.id = id;
            this.build = build;
            this.mark = mark;
        }
    }

    /** A scan result or a report. */
    static final class Result {
        final long id;
        final String definition;
        final String build;
        final Instant done;
        boolean hangs;
        boolean stopped;

        Result(long id, String definition, String build, Instant done) {
            this.id = id;
            this.definition = definition;
            this.build = build;
            this.done = done;
        }
    }

    final List<Created> created = new ArrayList<>();
    final List<Result> results = new ArrayList<>();
    private final ModelWorld world;
    private long lastId = 1;

    ModelServer(ModelWorld world) {
        this.world = world;
    }

    String create(String build, ScanOwnerTag mark) {
        Created one = new Created(String.valueOf(++lastId), build, mark);
        created.add(one);
        return one.id;
    }

    Optional<String> find(ScanOwnerTag mark) {
        return created.stream()
                .filter(one -> !one.removed && mark.equals(one.mark))
                .map(one -> one.id)
                .findFirst();
    }

    private Optional<Created> present(String id) {
        return created.stream().filter(one -> !one.removed && one.id.equals(id)).findFirst();
    }

    /** @return nothing when what was created for the launch is not there any more */
    Optional<String> launch(String build, String definition, String needed) {
        if (!needed.equals(SHARED) && present(needed).isEmpty()) {
            return Optional.empty();
        }
        Result one = new Result(++lastId, definition, build, world.now().plus(WORK));
        one.hangs = world.build(build).givenUp();
        results.add(one);
        return Optional.of(String.valueOf(one.id));
    }

    /** What a build has given up does not end by itself, so that it is seen whether it is stopped. */
    void hang(String build) {
        results.stream().filter(one -> one.build.equals(build) && running(one)).forEach(one -> one.hangs = true);
    }

    boolean remove(String id, boolean usedUp) {
        Optional<Created> one = present(id);
        one.ifPresent(found -> found.removed = true);
        boolean stops = one.isPresent() && !world.build(one.get().build).isDenied();
        if (!usedUp && stops && results.stream().anyMatch(result -> result.definition.equals(id) && running(result))) {
            world.violated("the definition of a running scan is removed");
        }
        return one.isPresent();
    }

    Result result(String id) {
        return results.stream()
                .filter(one -> String.valueOf(one.id).equals(id))
                .findFirst()
                .orElseThrow();
    }

    boolean running(Result result) {
        return !result.stopped && (result.hangs || world.now().isBefore(result.done));
    }

    long newest() {
        return results.stream().mapToLong(one -> one.id).max().orElse(-1);
    }

    List<String> newResults(String definition, long newestKnown) {
        return results.stream()
                .filter(one -> one.definition.equals(definition) && one.id > newestKnown)
                .map(one -> String.valueOf(one.id))
                .toList();
    }

    void describe(StringBuilder text) {
        text.append(lastId);
        for (Created one : created) {
            text.append('c').append(one.id).append(one.build).append(one.removed);
        }
        for (Result one : results) {
            long left = Duration.between(world.now(), one.done).toSeconds();
            text.append('r').append(one.id).append(one.definition).append(one.build);
            text.append(one.stopped).append(one.hangs).append(Math.max(left, 0));
        }
    }
}
