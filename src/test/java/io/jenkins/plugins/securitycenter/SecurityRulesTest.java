package io.jenkins.plugins.securitycenter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What no class and no page of the plugin does, so that whole kinds of vulnerabilities cannot be in it. */
class SecurityRulesTest {

    private static final String ROOT = "io.jenkins.plugins.securitycenter";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final Pattern INLINE = Pattern.compile(
            "<script|<style|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*[\"']|javascript:", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNESCAPED = Pattern.compile("<j:out[^>]*\\$\\{|escapeText\\s*=\\s*[\"']false");

    @Test
    void noStoredFieldHoldsASecretAsText() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        ROOT + ".config..", ROOT + ".run..", ROOT + ".step..", ROOT + ".build..", ROOT + ".result..")
                .and()
                .areNotStatic()
                .and()
                .haveRawType(String.class)
                .should()
                .haveNameMatching("(?i).*(password|secret|token|cookie|apikey|accesskey).*")
                .check(MAIN);
    }

    @Test
    void noXmlIsRead() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "(javax\\.xml\\.(parsers|transform|xpath|bind)|org\\.(xml\\.sax|w3c\\.dom|dom4j))\\..*"
                                + "|javax\\.xml\\.stream\\.(XMLInputFactory|XML(Stream|Event)Reader)")
                .check(MAIN);
    }

    @Test
    void tlsIsSetUpForTheOwnConnectionsOnly() {
        noClasses()
                .should()
                .callMethod(SSLContext.class, "setDefault", SSLContext.class)
                .check(MAIN);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpsURLConnection.class)
                .check(MAIN);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(NoopHostnameVerifier|TrustAllStrategy|TrustSelfSignedStrategy)")
                .check(MAIN);
    }

    @Test
    void noProcessIsStartedAndNothingIsDeserialized() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.ProcessBuilder|java\\.io\\.ObjectInputStream")
                .check(MAIN);
    }

    @Test
    void pagesHaveNoScriptOrStyleOfTheirOwn() throws Exception {
        for (Path page : pages()) {
            assertThat(Files.readString(page)).as(page.toString()).doesNotContainPattern(INLINE);
        }
    }

    @Test
    void pagesEscapeWhatTheyShow() throws Exception {
        assertThat(pages()).anyMatch(page -> page.toString().endsWith(".jelly"));
        for (Path page : pages()) {
            if (page.toString().endsWith(".jelly")) {
                assertThat(Files.readString(page))
                        .as(page.toString())
                        .startsWith("<?jelly escape-by-default='true'?>")
                        .doesNotContainPattern(UNESCAPED);
            }
        }
    }

    @Test
    void pagesDoNotDependOnTheLanguageOfTheController() throws Exception {
        for (Path page : pages()) {
            assertThat(Files.readString(page))
                    .as(page + ": in Turkish, the lower case of INFO is not info")
                    .doesNotContainPattern("to(Lower|Upper)Case\\(");
        }
    }

    private static List<Path> pages() throws IOException, URISyntaxException {
        URI form = SecurityRulesTest.class
                .getResource("config/Server/config.jelly")
                .toURI();
        try (Stream<Path> files =
                Files.walk(Path.of(form).getParent().getParent().getParent())) {
            return files.filter(file -> file.toString().matches(".*\\.(jelly|html|groovy)"))
                    .toList();
        }
    }
}
