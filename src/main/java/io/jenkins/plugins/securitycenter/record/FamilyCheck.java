package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Resource;
import io.jenkins.plugins.securitycenter.client.resource.ResourceType;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.io.PrintStream;
import java.util.List;

/**
 * Checks the plugin families of gates that no finding is in, because a gate with a misspelled one would always pass.
 * Whether {@code /pluginFamily} lists the families of web application scans is not known.
 */
record FamilyCheck(SecurityCenter server, PrintStream log) {

    /**
     * Checks that the families exist.
     *
     * @param web whether there are findings of web applications, for which unknown families are only reported in the log
     * @throws IllegalArgumentException with a sentence for users if one does not
     */
    void check(List<String> families, boolean web) throws SecurityCenterException, InterruptedException {
        if (families.isEmpty()) {
            return;
        }
        List<ResourceReference> known = new Resource<>(server, ResourceType.PLUGIN_FAMILY).list();
        for (String family : families) {
            if (known.stream().noneMatch(one -> one.name().strip().equalsIgnoreCase(family))) {
                String sentence = sentence(family);
                if (!web) {
                    throw new IllegalArgumentException(sentence);
                }
                log.println(sentence);
            }
        }
    }

    private String sentence(String family) {
        return "gate pluginFamily \"" + family + "\" does not exist on SecurityCenter \""
                + server.endpoint().name() + "\"; use the complete name of a plugin family, such as \"Web Servers\".";
    }
}
