package io.jenkins.plugins.securitycenter.step;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.QualityVerdict;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Marks the pipeline stage in which a step worsened the result of the build. */
final class StageWarning {

    private StageWarning() {}

    /** Marks the stage if gates or the quality of the scan are violated, no host was scanned, or findings are missing. */
    static void put(StepContext context, FindingsAction record) throws IOException, InterruptedException {
        Verdict verdict = record.summary().verdict();
        Stream<String> nothing =
                verdict.nothingScanned() ? Stream.of(record.origin().nothingText()) : Stream.empty();
        Stream<String> missing =
                verdict.incomplete() ? record.origin().readingTexts().stream().limit(1) : Stream.empty();
        Stream<String> violated =
                verdict.gates().stream().filter(GateVerdict::violated).map(GateVerdict::sentence);
        Stream<String> quality =
                verdict.quality().stream().filter(QualityVerdict::violated).map(QualityVerdict::sentence);
        String sentences = Stream.of(nothing, missing, violated, quality)
                .flatMap(texts -> texts)
                .collect(Collectors.joining("; "));
        switch (verdict.outcome()) {
            case STAGE, UNSTABLE -> put(context, Result.UNSTABLE, sentences);
            case FAILED -> put(context, Result.FAILURE, sentences);
            case PASSED, INACTIVE -> {
                // No warning is needed.
            }
        }
    }

    /** Marks the stage with the result. */
    static void put(StepContext context, Result result, String sentence) throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        if (node != null) {
            node.addOrReplaceAction(new WarningAction(result).withMessage(TextSanitizer.xml(sentence)));
        }
    }
}
