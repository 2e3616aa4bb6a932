package io.jenkins.plugins.securitycenter.suppression;

import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML document as a tree of maps, lists and strings. No object is ever constructed from it. Anchors, aliases, tags
 * and duplicate keys are refused, and every error names the line and the column.
 */
final class YamlSource {

    private static final int DEEPEST = 10;

    private final String name;
    private final String text;

    YamlSource(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Returns the root of the document. */
    Node root() {
        try {
            refuseReferences();
            Node root = new Composer(parser(), new Resolver(), options()).getSingleNode();
            if (root == null) {
                throw at(1, 1, "the file is empty; begin with the key ignore.");
            }
            return root;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw at(mark.getLine() + 1, mark.getColumn() + 1, "the file is not valid YAML: " + flat(e.getProblem()));
        } catch (ReaderException e) {
            String before = text.substring(0, Math.min(Math.max(e.getPosition(), 0), text.length()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            throw at(
                    line,
                    before.length() - before.lastIndexOf('\n'),
                    "the file contains a character that YAML does not allow.");
        } catch (YAMLException e) {
            throw at(1, 1, "the file is not valid YAML: " + flat(MessageText.of(e)));
        }
    }

    private void refuseReferences() {
        ParserImpl events = parser();
        for (Event event = events.getEvent(); event != null; event = events.getEvent()) {
            boolean anchor = event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null;
            boolean tag = event instanceof ScalarEvent scalar && scalar.getTag() != null
                    || event instanceof CollectionStartEvent start && start.getTag() != null;
            if (anchor || tag) {
                Mark mark = event.getStartMark();
                throw at(
                        mark.getLine() + 1,
                        mark.getColumn() + 1,
                        "YAML anchors, aliases and tags are not allowed; write the value in full.");
            }
        }
    }

    private ParserImpl parser() {
        return new ParserImpl(new StreamReader(text), options());
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(SuppressionFile.MOST_BYTES);
        return options;
    }

    /**
     * Returns the entries of a map by key, in the order of the file.
     *
     * @param what the map in messages, for example {@code a rule}
     * @param allowed the known keys
     */
    Map<String, Node> map(Node node, String what, List<String> allowed) {
        if (!(node instanceof MappingNode map)) {
            throw wrong(node, what + " must be a map with the keys " + String.join(", ", allowed) + ".");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!allowed.contains(key)) {
                throw wrong(
                        tuple.getKeyNode(),
                        "unknown key \"" + shown(key) + "\"; use " + String.join(", ", allowed) + ".");
            }
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), key + " is set twice; set it once.");
            }
        }
        return entries;
    }

    /** Returns the elements of a list; a single value is a list of one. */
    List<Node> list(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of(node);
    }

    /** Returns whether the node has no value. */
    static boolean missing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** Returns a string, which must not be empty. */
    String string(Node node, String key) {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(node, key + " must be a single value.");
        }
        String value = scalar.getValue().strip();
        if (value.chars().anyMatch(code -> Character.isISOControl(code) && !Character.isWhitespace(code))) {
            throw wrong(node, key + " contains a control character; remove it.");
        }
        if (value.isEmpty() || missing(node)) {
            throw wrong(node, key + " is empty; enter a value.");
        }
        return value;
    }

    IllegalArgumentException wrong(Node node, String problem) {
        return at(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, problem);
    }

    private IllegalArgumentException at(int line, int column, String problem) {
        return new IllegalArgumentException(
                "suppressions \"" + name + "\", line " + line + ", column " + column + ": " + problem);
    }

    static String shown(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "..." : value;
    }

    private static String flat(String problem) {
        String flat = String.valueOf(problem).strip().replaceAll("\\s+", " ");
        return flat.endsWith(".") ? flat : flat + ".";
    }
}
