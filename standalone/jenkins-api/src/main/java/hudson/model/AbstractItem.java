package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.ACL;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.io.File;
import java.io.IOException;

public abstract class AbstractItem extends Actionable implements Item {
    AbstractItem() {}

    @Override
    public String getName() {
        return Declared.only();
    }

    @Override
    public String getDisplayName() {
        return Declared.only();
    }

    @Override
    public File getRootDir() {
        return Declared.only();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @NonNull ItemGroup getParent() {
        return Declared.only();
    }

    @Override
    public final String getFullName() {
        return Declared.only();
    }

    @Override
    public final String getFullDisplayName() {
        return Declared.only();
    }

    @Override
    public final String getUrl() {
        return Declared.only();
    }

    @Override
    public @NonNull ACL getACL() {
        return Declared.only();
    }

    @Override
    public synchronized void save() throws IOException {
        Declared.only();
    }
}
