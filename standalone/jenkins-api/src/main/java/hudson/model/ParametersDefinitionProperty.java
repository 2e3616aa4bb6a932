package hudson.model;

import java.util.List;
import jenkins.model.OptionalJobProperty;

public class ParametersDefinitionProperty extends OptionalJobProperty<Job<?, ?>> implements Action {
    ParametersDefinitionProperty() {}

    public native List<String> getParameterDefinitionNames();

    @Override
    public native String getDisplayName();

    @Override
    public native String getIconFileName();

    @Override
    public native String getUrlName();
}
