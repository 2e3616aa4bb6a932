package hudson.model;

import io.jenkins.plugins.securitycenter.standalone.Declared;

public class Api extends AbstractModelObject {
    public final Object bean;

    public Api(Object bean) {
        this.bean = bean;
    }

    @Override
    public String getDisplayName() {
        return Declared.only();
    }
}
