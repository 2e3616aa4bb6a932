package org.jenkinsci.plugins.workflow.steps;

import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.io.Serializable;

public abstract class BodyExecutionCallback implements Serializable {
    private static final long serialVersionUID = 1L;

    public void onStart(StepContext context) {}

    public abstract void onSuccess(StepContext context, Object result);

    public abstract void onFailure(StepContext context, Throwable t);

    public abstract static class TailCall extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;

        protected abstract void finished(StepContext context) throws Exception;

        @Override
        public final void onSuccess(StepContext context, Object result) {
            Declared.only();
        }

        @Override
        public void onFailure(StepContext context, Throwable t) {
            Declared.only();
        }
    }
}
