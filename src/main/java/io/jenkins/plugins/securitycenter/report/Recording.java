package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.gate.Comparison;
import io.jenkins.plugins.securitycenter.gate.Evaluation;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.Summary;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that happens to the findings of a build while they are read once: they are compared with a reference, judged by
 * gates, stored and exported. Memory does not grow with their texts. Used in this order: {@link #begin}, {@link #accept}
 * or {@link #scanned} for each finding, {@link #end}, and {@link #close} in any case. For one thread.
 */
public final class Recording implements Closeable {

    /**
     * Where findings go.
     *
     * @param store gets the current findings, and those of the reference that are gone
     * @param exports get the current findings
     */
    public record Writers(FindingWriter store, List<FindingWriter> exports) {

        public Writers {
            exports = List.copyOf(exports);
        }

        private List<FindingWriter> all() {
            List<FindingWriter> all = new ArrayList<>(exports);
            all.add(store);
            return all;
        }
    }

    /** Opens what the findings go to. */
    @FunctionalInterface
    public interface Outputs {
        /**
         * Opens all of it anew, without what earlier writers, closed by now, may have left in it.
         *
         * @param incomplete whether findings are missing in what is read
         */
        Writers open(boolean incomplete) throws IOException;
    }

    private final Optional<ReferenceFindings> reference;
    private final List<Gate> gates;
    private final Outputs outputs;
    private final Instant now;
    private Evaluation evaluation;
    private Comparison comparison;
    private Optional<Writers> writers = Optional.empty();
    private boolean incomplete;
    private long forgotten;

    /**
     * @param reference the findings to compare with, if any; closed with the recording
     * @param now decides which findings of hosts that are not scanned any more are too old to be kept
     */
    public Recording(Optional<ReferenceFindings> reference, List<Gate> gates, Outputs outputs, Instant now) {
        this.reference = reference;
        this.gates = List.copyOf(gates);
        this.outputs = outputs;
        this.now = now;
        evaluation = new Evaluation(gates);
        comparison = reference.isPresent() ? Comparison.withReference() : Comparison.withoutReference();
    }

    /** The same for writers that are open, which {@link #restart} is not possible with. */
    public Recording(
            Optional<ReferenceFindings> reference,
            List<Gate> gates,
            FindingWriter store,
            List<FindingWriter> exports,
            Instant now) {
        this(
                reference,
                gates,
                incomplete -> {
                    throw new IllegalStateException("These writers cannot be reopened.");
                },
                now);
        this.writers = Optional.of(new Writers(store, exports));
    }

    /** Reads the reference for the first time. */
    public void begin() throws IOException {
        if (writers.isEmpty()) {
            writers = Optional.of(outputs.open(incomplete));
        }
        if (reference.isPresent()) {
            reference.get().readKeys(comparison::remember);
        }
        for (FindingWriter writer : writers()) {
            writer.begin();
        }
    }

    /**
     * Begins again: the findings so far do not count, but their hosts stay known as scanned.
     *
     * @param lacking whether some will be missing, so that a finding that does not come must not count as fixed
     */
    public void restart(boolean lacking) throws IOException {
        List<FindingWriter> useless = writers();
        writers = Optional.empty();
        close(useless);
        incomplete = lacking;
        evaluation = new Evaluation(gates);
        comparison = comparison.restarted();
        begin();
    }

    /**
     * Takes a current finding, each one once.
     *
     * @throws UncheckedIOException when it cannot be stored or exported
     */
    public void accept(Finding finding) {
        Change change = comparison.accept(finding);
        evaluation.accept(finding, change);
        writers().forEach(writer -> write(writer, finding, change));
    }

    /** Takes a finding that is not to be recorded but shows that its host was scanned. */
    public void scanned(Finding finding) {
        comparison.scanned(finding);
    }

    /** Tells the exports that no host was scanned. */
    public void nothingScanned() {
        writers.orElseThrow().exports().forEach(FindingWriter::nothingScanned);
    }

    /** Reads the reference once more for what is gone, and says what all of it comes to. */
    public Summary end() throws IOException {
        if (reference.isPresent()) {
            Retention retention =
                    new Retention(now, comparison.changes().total().total());
            reference.get().read(finding -> recheck(finding, retention));
            forgotten = retention.forgotten();
        }
        for (FindingWriter writer : writers()) {
            writer.end();
        }
        Verdict verdict = evaluation.verdict(reference.isPresent());
        return new Summary(comparison.changes(), incomplete ? verdict.ofIncomplete() : verdict);
    }

    /** How many findings of hosts that were not scanned were too old or too many to be kept any longer. */
    public long forgotten() {
        return forgotten;
    }

    private void recheck(Finding finding, Retention retention) {
        boolean scanned = !incomplete && comparison.isScanned(finding);
        if (!scanned && !comparison.isCurrent(finding) && !retention.keep(finding)) {
            return;
        }
        Change change = comparison.recheck(finding, scanned);
        evaluation.acceptReference(finding, change);
        if (!change.current()) {
            write(writers.orElseThrow().store(), finding, change);
        }
    }

    private static void write(FindingWriter writer, Finding finding, Change change) {
        try {
            writer.write(finding, change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<FindingWriter> writers() {
        return writers.map(Writers::all).orElse(List.of());
    }

    @Override
    public void close() throws IOException {
        List<Closeable> all = new ArrayList<>(writers());
        reference.ifPresent(all::add);
        close(all);
    }

    private static void close(List<? extends Closeable> all) throws IOException {
        IOException failure = null;
        for (Closeable one : all) {
            try {
                one.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
