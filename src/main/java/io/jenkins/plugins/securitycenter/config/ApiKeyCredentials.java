package io.jenkins.plugins.securitycenter.config;

import com.cloudbees.plugins.credentials.CredentialsNameProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.NameWith;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.client.transport.ApiKey;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Credentials that hold the API keys of a SecurityCenter user: an access key and a secret key. */
@Restricted(NoExternalUse.class)
@NameWith(ApiKeyCredentials.NameProvider.class)
public final class ApiKeyCredentials extends BaseStandardCredentials {

    private static final long serialVersionUID = 1;

    private final Secret accessKey;
    private final Secret secretKey;

    /** @throws IllegalArgumentException if a key is not valid, with a message for the user; see {@link ApiKey} */
    @DataBoundConstructor
    public ApiKeyCredentials(
            @CheckForNull CredentialsScope scope,
            @CheckForNull String id,
            @CheckForNull String description,
            @CheckForNull Secret accessKey,
            @CheckForNull Secret secretKey) {
        super(scope, id, description);
        this.accessKey = key(ApiKey.ACCESS, accessKey);
        this.secretKey = key(ApiKey.SECRET, secretKey);
    }

    private static Secret key(ApiKey kind, @Nullable Secret given) {
        return Secret.fromString(kind.parse(Secret.toString(given)));
    }

    @NonNull
    public Secret getAccessKey() {
        return accessKey;
    }

    @NonNull
    public Secret getSecretKey() {
        return secretKey;
    }

    /** Provides the name of the credentials in lists: their ID, which no others have, and not the keys. */
    public static final class NameProvider extends CredentialsNameProvider<ApiKeyCredentials> {

        @Override
        @NonNull
        public String getName(@NonNull ApiKeyCredentials credentials) {
            String description = Util.fixEmptyAndTrim(credentials.getDescription());
            String name = Messages.ApiKeyCredentials_name(credentials.getId());
            return description == null ? name : Messages.ApiKeyCredentials_described(name, description);
        }
    }

    @Extension
    @Symbol("securityCenterApiKeys")
    public static final class DescriptorImpl extends BaseStandardCredentialsDescriptor {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.ApiKeyCredentials_displayName();
        }

        @POST
        public FormValidation doCheckAccessKey(@QueryParameter Secret value) {
            return UserFailures.validation(() -> ApiKey.ACCESS.parse(Secret.toString(value)));
        }

        @POST
        public FormValidation doCheckSecretKey(@QueryParameter Secret value) {
            return UserFailures.validation(() -> ApiKey.SECRET.parse(Secret.toString(value)));
        }

        @Override
        public String getIconClassName() {
            return "symbol-key";
        }
    }
}
