package io.jenkins.plugins.securitycenter.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells stories one after the other and prints those in which the product is at fault, with their seeds.
 *
 * <p>{@code mvn -f standalone -Pcampaign verify -Dcampaign.args="1 5000"}: the first seed, how many, and
 * {@code needs} to have each failing story told again without one way of failing, to see which ones it needs.
 */
final class Campaign {

    private Campaign() {}

    /** Ends with status 1 when there were faults. */
    public static void main(String[] arguments) throws InterruptedException {
        long first = Long.parseLong(arguments[0]);
        long count = Long.parseLong(arguments[1]);
        boolean shrink = arguments.length > 2;
        long begin = System.nanoTime();
        long failed = 0;
        long requests = 0;
        for (long seed = first; seed < first + count; seed++) {
            Story.Told told = tell(seed, Way.PENDING);
            requests += told.troubles().size();
            if (!told.faults().isEmpty()) {
                failed++;
                System.out.println(told);
                if (shrink) {
                    System.out.println("  needs: " + needed(told));
                }
            }
        }
        System.out.printf(
                "%d stories, %d failed requests, %d stories with faults, %d s%n",
                count, requests, failed, (System.nanoTime() - begin) / 1_000_000_000);
        if (failed > 0) {
            System.exit(1);
        }
    }

    /** The story of that seed, whose files are gone afterwards. */
    static Story.Told tell(long seed, Set<Way> without) throws InterruptedException {
        Path directory = null;
        try {
            directory = Files.createTempDirectory("campaign");
            return Story.tell(seed, directory, without);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(directory);
        }
    }

    /** The ways of failing without which the fault does not show, each left out by itself. */
    private static Set<Way> needed(Story.Told told) throws InterruptedException {
        Set<Way> needed = EnumSet.noneOf(Way.class);
        for (Way way : Way.values()) {
            boolean happened = told.troubles().stream().anyMatch(line -> line.endsWith(" " + way));
            Set<Way> without = EnumSet.of(way);
            without.addAll(Way.PENDING);
            if (happened && tell(told.seed(), without).faults().isEmpty()) {
                needed.add(way);
            }
        }
        return needed;
    }

    private static void delete(Path directory) {
        if (directory == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
