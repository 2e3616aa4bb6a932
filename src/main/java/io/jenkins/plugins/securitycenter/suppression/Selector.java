package io.jenkins.plugins.securitycenter.suppression;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The property by which a rule selects findings; each rule has exactly one. */
public enum Selector {
    /** The ID of a plugin. */
    PLUGIN("[1-9]\\d{0,9}", "is not a plugin ID; use its number, such as 51192.") {
        @Override
        List<String> of(Finding finding) {
            return List.of(finding.plugin().id());
        }
    },
    /** CVEs; covers only findings all of whose CVEs are listed. */
    CVE("CVE-\\d{4}-\\d{4,19}", "is not a CVE; use its number, such as CVE-2024-3094.") {
        @Override
        List<String> of(Finding finding) {
            return finding.plugin().cves().stream().map(this::canonical).toList();
        }
    },
    /** The name of a plugin family, ignoring case. */
    FAMILY(".{1,200}", "is not a plugin family; use its name, such as Web Servers.") {
        @Override
        List<String> of(Finding finding) {
            return List.of(canonical(finding.plugin().family()));
        }
    },
    /** The fingerprint that exports contain. */
    FINGERPRINT("[0-9A-F]{16}", "is not a fingerprint; use the 16 hexadecimal digits that exports contain.") {
        @Override
        List<String> of(Finding finding) {
            return List.of(canonical(Fingerprint.text(Fingerprint.of(finding))));
        }
    };

    private final Pattern form;
    private final String need;

    Selector(String form, String need) {
        this.form = Pattern.compile(form);
        this.need = need;
    }

    /** Returns the values of the property that a finding has, in canonical spelling. */
    abstract List<String> of(Finding finding);

    /** Returns the key in the file. */
    String word() {
        return EnumWords.of(this);
    }

    String canonical(String value) {
        return value.strip().toUpperCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the value is not valid, with a message for the user */
    String check(String value) {
        if (!form.matcher(canonical(value)).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" " + need);
        }
        return value.strip();
    }
}
