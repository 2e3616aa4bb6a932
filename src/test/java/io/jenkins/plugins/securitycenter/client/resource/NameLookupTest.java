package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameLookupTest {

    private static final List<ResourceReference> ALL = List.of(
            new ResourceReference("1", "Weekly"),
            new ResourceReference("2", "Twice"),
            new ResourceReference("3", "Twice"),
            new ResourceReference("4", "2"),
            new ResourceReference("5", "weekly"));

    private final NameLookup<ResourceReference> lookup =
            new NameLookup<>("Scan", "scans", ResourceReference::id, ResourceReference::name, "prod");

    @ParameterizedTest
    @CsvSource({"Weekly, 1", "weekly, 5", "' Weekly ', 1", "1, 1", "3, 3"})
    void findsANameOrAnId(String wanted, String id) {
        assertThat(lookup.find(wanted, ALL).id()).isEqualTo(id);
    }

    @Test
    void prefersANameInDigitsToAnId() {
        assertThat(lookup.find("2", ALL).id()).isEqualTo("4");
    }

    @Test
    void asksForTheIdWhenANameIsNotUnique() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lookup.find("Twice", ALL))
                .withMessage("There are 2 scans named \"Twice\" on SecurityCenter \"prod\"; use one of the IDs 2, 3.");
    }

    @Test
    void saysWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lookup.find("Wekly", ALL.subList(0, 2)))
                .withMessage("Scan \"Wekly\" does not exist on SecurityCenter \"prod\", or the account cannot use it;"
                        + " the account can use \"Weekly\", \"Twice\".");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lookup.find("Weekly", List.of()))
                .withMessageEndingWith("; the account cannot use any scans.");
    }

    @Test
    void doesNotListThemAll() {
        List<ResourceReference> many = IntStream.range(100, 113)
                .mapToObj(i -> new ResourceReference(Integer.toString(i), "Scan " + i))
                .toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> lookup.find("x", many))
                .withMessageEndingWith("\"Scan 109\" and 3 more.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void needsANameOrAnId(String wanted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lookup.find(wanted, ALL))
                .withMessage("Scan is empty; enter a name or ID.");
    }
}
