package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.securitycenter.standalone.Declared;

public class CredentialsMatchers {
    private CredentialsMatchers() {}

    public static @NonNull CredentialsMatcher always() {
        return Declared.only();
    }

    public static @NonNull CredentialsMatcher anyOf(@NonNull CredentialsMatcher... matchers) {
        return Declared.only();
    }

    public static @CheckForNull <C extends Credentials> C firstOrNull(
            @NonNull Iterable<C> credentials, @NonNull CredentialsMatcher matcher) {
        return Declared.only();
    }

    @SuppressWarnings("rawtypes")
    public static @NonNull CredentialsMatcher instanceOf(@NonNull Class clazz) {
        return Declared.only();
    }

    public static @NonNull CredentialsMatcher withId(@NonNull String id) {
        return Declared.only();
    }
}
