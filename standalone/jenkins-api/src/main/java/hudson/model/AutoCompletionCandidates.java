package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;

public class AutoCompletionCandidates implements HttpResponse {
    private final List<String> values = new ArrayList<>();

    public AutoCompletionCandidates add(String v) {
        values.add(v);
        return this;
    }

    public AutoCompletionCandidates add(String... v) {
        values.addAll(List.of(v));
        return this;
    }

    public List<String> getValues() {
        return values;
    }

    public static native <T extends Item> AutoCompletionCandidates ofJobNames(
            Class<T> type, String value, @CheckForNull Item self, ItemGroup container);
}
