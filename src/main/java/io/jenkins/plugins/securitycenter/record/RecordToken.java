package io.jenkins.plugins.securitycenter.record;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.result.DocumentHeaders;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.view.TokenValue;
import java.util.List;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The values of a record for tokens in texts of other plugins. */
@Restricted(NoExternalUse.class)
public final class RecordToken {

    public static final String DEFAULT_VALUE = "total";

    private RecordToken() {}

    /**
     * Returns the value of a record of the build; empty if there is no such record, and a sentence if a parameter is
     * unknown. Never throws an exception because of a parameter or a record.
     *
     * @param value one of the words of {@link TokenValue}
     * @param severity the severity of the counted findings; blank for all
     * @param id the ID of the record; blank for the one with the default ID, or the first record
     */
    public static String of(Run<?, ?> run, String value, String severity, String id) {
        return record(run, id.strip())
                .map(record -> value(record).text(value.strip(), severity.strip()))
                .orElse("");
    }

    private static TokenValue value(FindingsAction record) {
        return new TokenValue(record.getId(), DocumentHeaders.of(record).page(), record.getUrl(), record::summary);
    }

    /**
     * Returns a record of the build.
     *
     * @param id its ID; empty for the one with the default ID, or the first record
     */
    public static Optional<FindingsAction> record(Run<?, ?> run, String id) {
        if (!id.isEmpty()) {
            return FindingsAction.of(run, id);
        }
        List<FindingsAction> records = FindingsAction.recorded(run);
        return FindingsAction.of(run, RecordName.DEFAULT_ID)
                .or(() -> records.stream().findFirst());
    }
}
