package io.jenkins.plugins.securitycenter.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The results as JSON: the machine, and two lists of names, values and units. */
final class ResultsJson {

    private ResultsJson() {}

    static void write(Path file, Machine machine, Results results) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("machine")
                .put("cores", machine.cores())
                .put("system", machine.system())
                .put("java", machine.java());
        add(root.putArray("ratios"), results.ratios());
        add(root.putArray("figures"), results.figures());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, root.toPrettyString() + "\n");
    }

    private static void add(ArrayNode list, List<Figure> figures) {
        for (Figure figure : figures) {
            list.addObject()
                    .put("name", figure.name())
                    .put("value", figure.value())
                    .put("unit", figure.unit());
        }
    }
}
