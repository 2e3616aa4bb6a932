package io.jenkins.plugins.securitycenter.harness;

import com.cloudbees.plugins.credentials.Credentials;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A method of a descriptor that can be called by URL.
 *
 * @param path below Jenkins or an item
 * @param global whether only an administrator has its form, unlike those of jobs and of credentials in folders
 */
public record Endpoint(String path, boolean global) {

    private static final String PLUGIN = "io.jenkins.plugins.securitycenter";

    /** All of the plugin. */
    public static List<Endpoint> all() {
        List<Endpoint> found = new ArrayList<>();
        for (Descriptor<?> descriptor : ExtensionList.lookup(Descriptor.class)) {
            if (descriptor.getClass().getName().startsWith(PLUGIN)) {
                for (Method method : descriptor.getClass().getMethods()) {
                    if (ours(method)) {
                        boolean global = descriptor.clazz.getPackageName().equals(PLUGIN + ".config")
                                && !Credentials.class.isAssignableFrom(descriptor.clazz);
                        found.add(new Endpoint(descriptor.getDescriptorUrl() + "/" + name(method), global));
                    }
                }
            }
        }
        return found;
    }

    private static boolean ours(Method method) {
        return method.getName().matches("do[A-Z].*")
                && method.getDeclaringClass().getName().startsWith(PLUGIN);
    }

    private static String name(Method method) {
        return method.getName().substring(2, 3).toLowerCase(Locale.ROOT)
                + method.getName().substring(3);
    }
}
