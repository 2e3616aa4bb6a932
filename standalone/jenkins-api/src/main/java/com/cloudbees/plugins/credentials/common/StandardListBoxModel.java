package com.cloudbees.plugins.credentials.common;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.securitycenter.standalone.Declared;

public class StandardListBoxModel extends AbstractIdCredentialsListBoxModel<StandardListBoxModel, StandardCredentials> {
    private static final long serialVersionUID = 1L;

    @Override
    protected @NonNull String describe(@NonNull StandardCredentials c) {
        return Declared.only();
    }
}
