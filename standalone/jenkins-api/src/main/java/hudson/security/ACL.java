package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.springframework.security.core.Authentication;

public abstract class ACL {
    public static final Authentication SYSTEM2 = Authentication.class.cast(null);

    public static native @NonNull ACLContext as2(@NonNull Authentication auth);

    public final native void checkPermission(@NonNull Permission p);

    public final native boolean hasPermission(@NonNull Permission p);

    public final native void checkAnyPermission(@NonNull Permission... permissions);

    public native boolean hasPermission2(@NonNull Authentication a, @NonNull Permission permission);

    public final native boolean hasAnyPermission(@NonNull Permission... permissions);
}
