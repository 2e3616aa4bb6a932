package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import jenkins.management.Badge;

public interface Badgeable {
    default @CheckForNull Badge getBadge() {
        return null;
    }
}
