package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A catalogue of the known API paths for suggestions, warnings and documentation. It does not restrict requests,
 * because servers may have more paths. Its data is the resource {@code api-catalogue.json}.
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

    /** Returns the catalogue that is bundled with the plugin. */
    public static ApiCatalogue bundled() {
        return Bundled.CATALOGUE;
    }

    /** Returns all paths, with related paths next to each other. */
    List<ApiEntry> entries() {
        return entries;
    }

    /** Returns the entry of a path such as {@code /scan/3/launch} or {@code /scan/{id}/launch}. */
    Optional<ApiEntry> find(String path) {
        String trimmed = path.trim();
        String[] segments = (trimmed.startsWith("/") ? trimmed : "/" + trimmed).split("/");
        return entries.stream().filter(entry -> entry.matches(segments)).findFirst();
    }

    /**
     * Returns entries for the entered text: paths that start with it, then paths that contain it, then paths whose
     * purpose contains all of its words, ignoring case; all paths for {@code *}.
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

    /** Returns a warning about a request as a sentence; a request with a warning can still be correct. */
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
     * Returns a warning about a request that is not in the catalogue, as a sentence. There is no warning for paths that
     * are only known from documentation.
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
