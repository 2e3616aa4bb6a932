package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.XmlFile;
import hudson.security.Permission;
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

    public native boolean configure(StaplerRequest2 req, JSONObject json) throws FormException;

    public native T newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject formData) throws FormException;

    public native @NonNull String getDisplayName();

    public native String getId();

    public native String getConfigPage();

    public native String getGlobalConfigPage();

    public native String getHelpFile(String fieldName);

    public native @NonNull GlobalConfigurationCategory getCategory();

    public native @NonNull Permission getRequiredGlobalConfigPagePermission();

    protected final native String getViewPage(Class<?> clazz, String pageName);

    protected void addHelpFileRedirect(
            String fieldName, Class<? extends Describable> owner, String fieldNameToRedirectTo) {}

    @Override
    public synchronized void load() {}

    @Override
    public synchronized void save() {}

    protected native XmlFile getConfigFile();

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
