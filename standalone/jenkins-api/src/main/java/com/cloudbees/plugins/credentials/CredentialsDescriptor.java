package com.cloudbees.plugins.credentials;

import hudson.model.Descriptor;
import io.jenkins.plugins.securitycenter.standalone.Declared;

public abstract class CredentialsDescriptor extends Descriptor<Credentials> {
    protected CredentialsDescriptor(Class<? extends Credentials> clazz) {
        super(clazz);
    }

    protected CredentialsDescriptor() {}

    public String getIconClassName() {
        return Declared.only();
    }
}
