package io.jenkins.plugins.securitycenter.result;

import java.util.List;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The branch of a pipeline in which a step runs.
 *
 * @param path the enclosing branches, the outermost first, each as the IDs of the {@code parallel} block and of the branch
 *     with a slash in between; empty outside of {@code parallel}
 */
@Restricted(NoExternalUse.class)
public record ParallelBranch(List<String> path) {

    /** Outside of {@code parallel}. */
    public static final ParallelBranch NONE = new ParallelBranch(List.of());

    private static final String SEPARATOR = " ";

    public ParallelBranch {
        path = List.copyOf(path);
    }

    /** Reads the form that {@link #text()} returns. */
    static ParallelBranch of(String text) {
        return new ParallelBranch(
                Stream.of(text.split(SEPARATOR)).filter(part -> !part.isEmpty()).toList());
    }

    String text() {
        return String.join(SEPARATOR, path);
    }

    /** Returns whether steps in both branches can run at the same time, so that neither uses what the other did. */
    boolean concurrent(ParallelBranch other) {
        int common = 0;
        int least = Math.min(path.size(), other.path.size());
        while (common < least && path.get(common).equals(other.path.get(common))) {
            common++;
        }
        return common < least && block(path.get(common)).equals(block(other.path.get(common)));
    }

    private static String block(String part) {
        return part.substring(0, part.indexOf('/') + 1);
    }
}
