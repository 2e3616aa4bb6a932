package io.jenkins.plugins.securitycenter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page with all sentences of the plugin is up to date, and they follow the rules of the language. */
class MessageCatalogueTest {

    private static final Golden PAGE = new Golden("docs/messages.md", MessageCatalogueTest.class, "messages.update");

    @Test
    void eachPlaceholderHasAnExample() throws Exception {
        assertThat(MessageCatalogue.ofSources().missing()).isEmpty();
    }

    @Test
    void pageHasAllSentences() throws Exception {
        PAGE.check(MessageCatalogue.ofSources().markdown(PAGE.command()), "The messages of the plugin have changed.");
    }
}
