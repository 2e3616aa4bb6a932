package io.jenkins.plugins.securitycenter.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.client.analysis.FindingFilters;
import io.jenkins.plugins.securitycenter.config.StoredObjectConverter;
import io.jenkins.plugins.securitycenter.suggest.SuggestionType;
import io.jenkins.plugins.securitycenter.task.FormText;
import io.jenkins.plugins.securitycenter.task.ScriptValues;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The query parameter of a record: the source and the filters of findings. */
@Restricted(NoExternalUse.class)
public final class FindingsQuery implements Describable<FindingsQuery>, Serializable {

    private static final long serialVersionUID = 1;

    private final String source;

    @XstreamSafeObjectField
    private @Nullable Object filters;

    @DataBoundConstructor
    public FindingsQuery(String source) {
        this.source = EnumWords.spelled(List.of(EnumWords.all(SourceType.class)), source);
    }

    /** Returns {@code individual}, {@code cumulative} or {@code patched}. */
    public String getSource() {
        return source;
    }

    /** Returns a map, or text with lines such as {@code name=value}; null for none. */
    @CheckForNull
    public Object getFilters() {
        return filters;
    }

    @DataBoundSetter
    public void setFilters(Object filters) {
        this.filters = StepForms.blankToNull(filters);
    }

    /** Returns the text of the form for {@link #getFilters}; null for none. */
    @CheckForNull
    public String getFiltersText() {
        return FormText.of("query.filters", filters);
    }

    /** @throws IllegalArgumentException if the source is unknown, with a message that lists the allowed values */
    SourceType source() {
        return EnumWords.parse(SourceType.class, "query.source", source);
    }

    /** @throws IllegalArgumentException if the filters are neither a map nor lines, with a message for the user */
    Map<String, JsonNode> filters(UnaryOperator<String> expand) {
        if (filters instanceof Map<?, ?> map) {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            map.forEach((name, value) ->
                    values.put(String.valueOf(name), ScriptValues.tree("query.filters", value, expand)));
            return values;
        }
        return read(filters, expand);
    }

    private static Map<String, JsonNode> read(@Nullable Object lines, UnaryOperator<String> expand) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        ScriptValues.pairs("query.filters", lines, expand)
                .forEach((name, value) -> values.put(name, TextNode.valueOf(value)));
        return values;
    }

    /** Reads the stored parameters. */
    public static final class ConverterImpl extends StoredObjectConverter<FindingsQuery> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of a query. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<FindingsQuery> implements ScriptObject {

        @Override
        public String scriptName() {
            return "query";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.FindingsQuery_displayName();
        }

        @Override
        public FindingsQuery newInstance(StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
            String filters = StepForms.take(form, "filters");
            FindingsQuery query = super.newInstance(req, form);
            query.setFilters(filters);
            return query;
        }

        @POST
        public ListBoxModel doFillSourceItems(@AncestorInPath Item item) {
            return StepForms.words(item, EnumWords.all(SourceType.class));
        }

        @POST
        public FormValidation doCheckFilters(EnclosingForm outer, @QueryParameter String value) {
            FormSuggestions known = outer.suggestions();
            FormValidation checked = StepForms.validation(
                    known.item(), value, () -> new FindingFilters(read(value, UnaryOperator.identity())));
            if (checked.kind == FormValidation.Kind.OK && !value.contains("$")) {
                checked = known.checkAll(SuggestionType.REPOSITORY, parts(value, "repository"));
            }
            return checked.kind == FormValidation.Kind.OK && !value.contains("$")
                    ? known.checkAll(SuggestionType.ASSET, parts(value, "asset"))
                    : checked;
        }

        private static List<String> parts(String lines, String filter) {
            JsonNode text = read(lines, UnaryOperator.identity()).get(filter);
            return text == null
                    ? List.of()
                    : Stream.of(text.asText().split(",")).map(String::trim).toList();
        }
    }
}
