package io.jenkins.plugins.securitycenter;

import java.util.Locale;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests expect English texts, whatever the language of the machine is. */
public final class EnglishTexts implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Locale.setDefault(Locale.ENGLISH);
    }
}
