package io.jenkins.plugins.securitycenter.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Sends the requests of an earlier reading again, without the client of the plugin. */
final class PlainDownload implements AutoCloseable {

    private static final int BUFFER = 8192;

    private interface Reader {
        long read(InputStream page) throws IOException;
    }

    private final CloseableHttpClient http = HttpClients.createDefault();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String url;
    private final List<String> bodies;

    /** Takes over the requests for findings that the server has received since the last login. */
    PlainDownload(String url) throws IOException {
        this.url = url;
        String all = http.execute(
                new HttpGet(url + ReplayAnswers.REQUESTS), response -> EntityUtils.toString(response.getEntity()));
        bodies = all.lines().toList();
    }

    /** Downloads all pages and drops their bytes; returns their number. */
    long download() throws IOException {
        byte[] buffer = new byte[BUFFER];
        return each(page -> {
            long bytes = 0;
            for (int read = page.read(buffer); read >= 0; read = page.read(buffer)) {
                bytes += read;
            }
            return bytes;
        });
    }

    /** Reads each page as a tree, copies each row into a map and collects the keys of the rows; returns their number. */
    long readTrees() throws IOException {
        Set<String> keys = new HashSet<>();
        return each(page -> {
            long rows = 0;
            for (JsonNode row : mapper.readTree(page).path("response").path("results")) {
                Map<String, String> fields = new HashMap<>();
                row.properties()
                        .forEach(field -> fields.put(
                                field.getKey(),
                                field.getValue().isValueNode()
                                        ? field.getValue().asText()
                                        : field.getValue().toString()));
                keys.add(fields.get("ip") + " " + fields.get("port") + " " + fields.get("pluginID"));
                rows++;
            }
            return rows;
        });
    }

    private long each(Reader reader) throws IOException {
        long sum = 0;
        for (String body : bodies) {
            HttpPost request = new HttpPost(url + "/rest/analysis");
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
            sum += http.execute(
                    request, response -> reader.read(response.getEntity().getContent()));
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
