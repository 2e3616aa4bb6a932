package com.cloudbees.plugins.credentials;

public class CredentialsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String property;

    public CredentialsUnavailableException(String property) {
        this.property = property;
    }

    public String getProperty() {
        return property;
    }
}
