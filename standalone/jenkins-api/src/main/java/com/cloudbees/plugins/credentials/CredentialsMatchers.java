package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;

public class CredentialsMatchers {
    private CredentialsMatchers() {}

    public static native @NonNull CredentialsMatcher always();

    public static native @NonNull CredentialsMatcher allOf(@NonNull CredentialsMatcher... matchers);

    public static native @NonNull CredentialsMatcher anyOf(@NonNull CredentialsMatcher... matchers);

    public static native @CheckForNull <C extends Credentials> C firstOrNull(
            @NonNull Iterable<C> credentials, @NonNull CredentialsMatcher matcher);

    @SuppressWarnings("rawtypes")
    public static native @NonNull CredentialsMatcher instanceOf(@NonNull Class clazz);

    public static native @NonNull CredentialsMatcher not(@NonNull CredentialsMatcher matcher);

    public static native @NonNull CredentialsMatcher withId(@NonNull String id);

    public static native @NonNull CredentialsMatcher withScope(@NonNull CredentialsScope scope);
}
