package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import org.springframework.security.core.Authentication;

public abstract class ACL {
    public static final Authentication SYSTEM2 = Declared.unset();

    public static @NonNull ACLContext as2(@NonNull Authentication auth) {
        return Declared.only();
    }

    public final void checkPermission(@NonNull Permission p) {
        Declared.only();
    }

    public final boolean hasPermission(@NonNull Permission p) {
        return Declared.<Boolean>only();
    }
}
