package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.security.Permission;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Loadable;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class Descriptor<T extends Describable<T>> implements Loadable, Saveable {
    public final transient Class<? extends T> clazz;

    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz;
    }

    protected Descriptor() {
        this.clazz = null;
    }

    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        return Declared.<Boolean>only();
    }

    public T newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject formData) throws FormException {
        return Declared.only();
    }

    public @NonNull String getDisplayName() {
        return Declared.only();
    }

    public String getId() {
        return Declared.only();
    }

    public String getConfigPage() {
        return Declared.only();
    }

    public String getGlobalConfigPage() {
        return Declared.only();
    }

    public String getHelpFile(String fieldName) {
        return Declared.only();
    }

    public @NonNull GlobalConfigurationCategory getCategory() {
        return Declared.only();
    }

    public @NonNull Permission getRequiredGlobalConfigPagePermission() {
        return Declared.only();
    }

    protected final String getViewPage(Class<?> clazz, String pageName) {
        return Declared.only();
    }

    protected void addHelpFileRedirect(
            String fieldName, Class<? extends Describable> owner, String fieldNameToRedirectTo) {}

    @Override
    public synchronized void load() {}

    @Override
    public synchronized void save() {}

    public static final class FormException extends Exception implements HttpResponse {
        private static final long serialVersionUID = 1L;
        private final String formField;

        public FormException(String message, String formField) {
            super(message);
            this.formField = formField;
        }

        public FormException(String message, Throwable cause, String formField) {
            super(message, cause);
            this.formField = formField;
        }

        public FormException(Throwable cause, String formField) {
            super(cause);
            this.formField = formField;
        }

        public String getFormField() {
            return formField;
        }
    }
}
