package hudson.security;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import org.springframework.security.core.GrantedAuthority;

public abstract class SecurityRealm extends AbstractDescribableImpl<SecurityRealm> implements ExtensionPoint {
    public static final GrantedAuthority AUTHENTICATED_AUTHORITY2 = GrantedAuthority.class.cast(null);
}
