package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.Serializable;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What the record of a verification adds to its origin: the verified record, and the result in words. It is not a Java record
 * because XStream cannot store records in build.xml.
 */
@Restricted(NoExternalUse.class)
@ExportedBean(defaultVisibility = 2)
public final class VerificationOrigin implements Serializable {

    private static final long serialVersionUID = 1;

    private final String key;
    private final String recordId;
    private final String sentence;
    private final String[] reasons;

    /**
     * @param key identifies the verification within the build
     * @param recordId the ID of the verified record
     * @param reasons why findings were not checked, a sentence for each reason
     */
    public VerificationOrigin(String key, String recordId, String sentence, List<String> reasons) {
        this.key = key;
        this.recordId = recordId;
        this.sentence = TextSanitizer.xml(sentence);
        this.reasons = reasons.stream().map(TextSanitizer::xml).toArray(String[]::new);
    }

    public String key() {
        return key;
    }

    @Exported
    public String getRecordId() {
        return recordId;
    }

    @Exported
    public String getSentence() {
        return sentence;
    }

    @Exported
    public List<String> getReasons() {
        return List.of(reasons);
    }
}
