package io.jenkins.plugins.securitycenter.step;

import io.jenkins.plugins.securitycenter.result.ParallelBranch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Finds the branch in which a step runs. */
final class Branches {

    private Branches() {}

    /** Returns the branch of the step; {@link ParallelBranch#NONE} outside of {@code parallel}. */
    static ParallelBranch of(StepContext context) throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        List<String> path = new ArrayList<>();
        if (node != null) {
            for (FlowNode block : node.getEnclosingBlocks()) {
                if (block.getAction(ThreadNameAction.class) != null) {
                    path.add(block.getEnclosingId() + "/" + block.getId());
                }
            }
        }
        Collections.reverse(path);
        return new ParallelBranch(path);
    }
}
