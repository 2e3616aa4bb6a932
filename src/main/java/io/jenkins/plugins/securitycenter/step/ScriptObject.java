package io.jenkins.plugins.securitycenter.step;

import hudson.model.Descriptor;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;

/** The descriptor of a step, or of an object in a step, whose parameters must exist when a script sets them. */
interface ScriptObject extends CustomDescribableModel {

    /** Returns the name of the step, or of the parameter that takes this object. */
    String scriptName();

    @Override
    default Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        return ScriptParameters.of(((Descriptor<?>) this).clazz, scriptName()).read(arguments);
    }
}
