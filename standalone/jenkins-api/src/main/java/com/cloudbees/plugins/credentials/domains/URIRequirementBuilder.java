package com.cloudbees.plugins.credentials.domains;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.util.List;

public class URIRequirementBuilder {
    private URIRequirementBuilder() {}

    public static @NonNull URIRequirementBuilder create() {
        return Declared.only();
    }

    public static @NonNull URIRequirementBuilder fromUri(@CheckForNull String uri) {
        return Declared.only();
    }

    public @NonNull List<DomainRequirement> build() {
        return Declared.only();
    }
}
