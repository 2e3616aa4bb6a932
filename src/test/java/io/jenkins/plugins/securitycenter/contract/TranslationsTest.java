package io.jenkins.plugins.securitycenter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text of a page and every help has a German translation, and none is left over. */
class TranslationsTest {

    /** Names, abbreviations and words that German has too. */
    private static final Set<String> SAME = Set.of(
            ".securitycenter-ignore.yaml",
            "Build",
            "Builds",
            "CSV",
            "CVE",
            "CVSS",
            "DefectDojo",
            "EPSS",
            "Exploit",
            "Filter",
            "Gate",
            "Host",
            "Hosts",
            "HTML",
            "ID",
            "Job",
            "JSON Lines",
            "JUnit XML",
            "Name",
            "Plugin",
            "Port",
            "Ports",
            "Repository",
            "SARIF",
            "Scan",
            "SecurityCenter",
            "Server",
            "Server {0}",
            "Status",
            "URL",
            "Version",
            "VPR",
            "{0} ({1})");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeComplete() throws IOException {
        write("java/A.java", "Messages.A_one(); Messages._A_two(1); Stream.map(Messages::A_three)");
        write("resources/Messages.properties", "A.one=One\nA.two=Two {0}\nA.three={0,choice,1#1 text|1<{0} texts}\n");
        write("resources/Messages_de.properties", "A.one=Eins\nA.two={0} zwei\nA.three=Drei {0}\n");
        write("resources/view/a.jelly", "<p title=\"CVE\">${%Some text} ${x ? '%Yes' : ''} ${%key(x.y(1))} CVE</p>");
        write("resources/view/a.properties", "key=A key {0}\n");
        write("resources/view/a_de.properties", "Some\\ text=Ein Text\nYes=Ja\nkey=Schl\\u00fcssel {0}\n");
        write("resources/view/help-a.html", "<code>x</code> with <code>y</code>, <a href=\"z\">here</a>");
        write("resources/view/help-a_de.html", "<code>y</code> mit <code>x</code>, <a href=\"z\">hier</a>");
    }

    @Test
    void areComplete() {
        Path main = Pom.repository().resolve("src/main");
        assertThat(new Translations(main.resolve("java"), main.resolve("resources"), SAME).problems())
                .isEmpty();
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Messages_de.properties | A.one=Eins | | Messages_de.properties has no text for A.one
            Messages_de.properties | A.one | A.four | Messages_de.properties has an unused text: A.four
            Messages_de.properties | A.one=Eins | A.one=One | Messages_de.properties has the English text: A.one
            Messages_de.properties | {0} zwei | {1} zwei | Messages_de.properties has other placeholders than the English text: A.two
            Messages_de.properties | Eins | Eins' | Messages_de.properties has a single apostrophe: A.one
            Messages_de.properties | {0} zwei | {0 zwei | Messages_de.properties has a text that is no format: A.two
            Messages_de.properties | Eins | Ä | Messages_de.properties has characters that are not escaped
            Messages.properties | A.one=One | A.one=One\\nA.four=4 | Messages.properties has an unused text: A.four
            view/a.jelly | ${%Some text} | ${%Other} | view/a_de.properties has no text for Other
            view/a.jelly | ${%Some text} | | view/a_de.properties has an unused text: Some text
            view/a.jelly | '%Yes' | '%No' | view/a_de.properties has no text for No
            view/a.jelly | ${%key(x.y(1))} | | view/a.properties has an unused text: key
            view/a.jelly | ${%Some text} | Some text | view/a.jelly has a text that is in no bundle: Some text
            view/a.jelly | title="CVE" | title="Title" | view/a.jelly has a text that is in no bundle: Title
            view/a.jelly | CVE | VPR | no text is the same in both languages: CVE
            view/a.properties | key | other | view/a.properties has no text for key
            view/a_de.properties | key=Schl\\u00fcssel {0} | | view/a_de.properties has no text for key
            view/help-a.html | <code>y</code> | y | view/help-a_de.html has other code or links than help-a.html
            view/help-a.html | "z" | "x" | view/help-a_de.html has other code or links than help-a.html
            """)
    void showWhatIsWrong(String file, String from, String to, String problem) throws IOException {
        Path path = folder.resolve("resources").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to == null ? "" : to.replace("\\n", "\n")));
        assertThat(problems()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "view/a.jelly, view/a_de.properties belongs to no view",
        "view/help-a.html, view/help-a_de.html has no help-a.html",
        "view/help-a_de.html, view/help-a.html has no help-a_de.html"
    })
    void showWhatIsMissing(String file, String problem) throws IOException {
        Files.delete(folder.resolve("resources").resolve(file));
        assertThat(problems()).contains(problem);
    }

    @Test
    void showHelpThatIsNotTranslated() throws IOException {
        Files.copy(folder.resolve("resources/view/help-a.html"), folder.resolve("resources/view/help-b.html"));
        Files.copy(folder.resolve("resources/view/help-a.html"), folder.resolve("resources/view/help-b_de.html"));
        assertThat(problems()).containsExactly("view/help-b_de.html has the English text");
    }

    private List<String> problems() {
        return new Translations(folder.resolve("java"), folder.resolve("resources"), Set.of("CVE")).problems();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
