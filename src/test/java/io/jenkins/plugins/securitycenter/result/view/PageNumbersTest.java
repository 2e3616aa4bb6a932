package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.localizer.LocaleProvider;

class PageNumbersTest {

    private final LocaleProvider before = LocaleProvider.getProvider();
    private Locale locale = Locale.ROOT;

    @BeforeEach
    void setLanguage() {
        LocaleProvider.setProvider(new LocaleProvider() {
            @Override
            public Locale get() {
                return locale;
            }
        });
    }

    @AfterEach
    void resetLanguage() {
        LocaleProvider.setProvider(before);
    }

    @ParameterizedTest
    @CsvSource({"en, '1,234,567', 12.5 %", "de-AT, 1.234.567, '12,5 %'", "fr, '1,234,567', 12.5 %"})
    void areWrittenAsTheTextsAroundThem(String language, String number, String share) {
        locale = Locale.forLanguageTag(language);
        assertThat(PageNumbers.grouped(1_234_567)).isEqualTo(number);
        assertThat(PageNumbers.percent(12.49)).isEqualTo(share);
        assertThat(TrendScale.label(1500)).isEqualTo(language.startsWith("de") ? "1,5k" : "1.5k");
    }
}
