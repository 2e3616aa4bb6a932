package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The paths of the API that are known, for suggestions, warnings and documentation. It refuses nothing: servers may know
 * more. Its data is the resource {@code api-catalogue.json}.
 */
public final class ApiCatalogue {

    private static final String RESOURCE = "api-catalogue.json";

    private static final class Bundled {
        static final ApiCatalogue CATALOGUE = read();
    }

    private final List<ApiEntry> entries;

    ApiCatalogue(List<ApiEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The catalogue that comes with the plugin. */
    public static ApiCatalogue bundled() {
        return Bundled.CATALOGUE;
    }

    /** All paths, related ones beside each other. */
    public List<ApiEntry> entries() {
        return entries;
    }

    /** The entry of a path such as {@code /scan/3/launch} or {@code /scan/{id}/launch}. */
    public Optional<ApiEntry> find(String path) {
        String trimmed = path.trim();
        String[] segments = (trimmed.startsWith("/") ? trimmed : "/" + trimmed).split("/");
        return entries.stream().filter(entry -> entry.matches(segments)).findFirst();
    }

    /**
     * What a user may have in mind: paths that begin with the text, then those that have it in their path, then those
     * with all of its words in their purpose, in any case; everything for {@code *}.
     */
    public List<ApiEntry> search(String text, int most) {
        String wanted = text.trim().equals("*") ? "" : lower(text.trim());
        String start = wanted.startsWith("/") ? wanted : "/" + wanted;
        List<ApiEntry> found = new ArrayList<>();
        collect(found, entry -> lower(entry.path()).startsWith(start));
        collect(found, entry -> lower(entry.path()).contains(wanted));
        collect(found, entry -> List.of(wanted.split("\\s+")).stream().allMatch(lower(entry.purpose())::contains));
        return found.stream().limit(most).toList();
    }

    /** What is doubtful about a call, as a sentence; a call that raises doubts can be right all the same. */
    public Optional<String> doubt(Request.Method method, String path) {
        Optional<ApiEntry> entry = find(path);
        if (entry.isEmpty()) {
            return Optional.of("Path " + path.trim() + " is not a known path of the API; check its spelling, and that"
                    + " your version of SecurityCenter has it.");
        }
        ApiEntry known = entry.get();
        if (!known.verified()) {
            return Optional.of("Path " + known.path() + " has not been verified; check that your version of"
                    + " SecurityCenter has it.");
        }
        return known.methods().contains(method)
                ? Optional.empty()
                : Optional.of("Path " + known.path() + " is known to accept " + known.methodWords() + ", not " + method
                        + ".");
    }

    /**
     * What raises doubts about a call because it is not known, as a sentence. Paths that are known from documentation
     * alone raise none.
     */
    public Optional<String> unknown(Request.Method method, String path) {
        return find(path).filter(known -> !known.verified()).isPresent() ? Optional.empty() : doubt(method, path);
    }

    private void collect(List<ApiEntry> found, Predicate<ApiEntry> wanted) {
        entries.stream().filter(wanted).filter(entry -> !found.contains(entry)).forEach(found::add);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static ApiCatalogue read() {
        try (InputStream data = ApiCatalogue.class.getResourceAsStream(RESOURCE)) {
            List<ApiEntry> entries = new ArrayList<>();
            for (JsonNode node : EnvelopeReader.mapper().readTree(data)) {
                entries.add(ApiEntry.of(node));
            }
            return new ApiCatalogue(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
