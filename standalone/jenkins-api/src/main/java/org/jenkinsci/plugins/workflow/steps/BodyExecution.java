package org.jenkinsci.plugins.workflow.steps;

import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.io.Serializable;
import java.util.concurrent.Future;

public abstract class BodyExecution implements Future<Object>, Serializable {
    private static final long serialVersionUID = 1L;

    BodyExecution() {}

    public boolean cancel(Throwable t) {
        return Declared.<Boolean>only();
    }
}
