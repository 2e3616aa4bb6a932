package org.jenkinsci.plugins.workflow.steps;

import io.jenkins.plugins.securitycenter.standalone.Declared;

public abstract class GeneralNonBlockingStepExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    protected GeneralNonBlockingStepExecution(StepContext context) {
        super(context);
    }

    protected final void run(Block block) {
        Declared.only();
    }

    @FunctionalInterface
    protected interface Block {
        void run() throws Exception;
    }

    protected abstract class TailCall extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;

        protected abstract void finished(StepContext context) throws Exception;

        @Override
        public final void onSuccess(StepContext context, Object result) {
            Declared.only();
        }

        @Override
        public final void onFailure(StepContext context, Throwable t) {
            Declared.only();
        }
    }
}
