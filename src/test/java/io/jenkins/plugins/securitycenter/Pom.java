package io.jenkins.plugins.securitycenter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a pom.xml of this repository says, with its own properties and those of {@code outer} filled in. */
public record Pom(Element project, Map<String, String> properties) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

    static Pom read(String file, Pom... outer) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Element project = factory.newDocumentBuilder()
                .parse(repository().resolve(file).toFile())
                .getDocumentElement();
        Map<String, String> properties = new TreeMap<>();
        Stream.of(outer).forEach(pom -> properties.putAll(pom.properties()));
        child(project, "properties")
                .forEach(all -> elements(all).forEach(one -> properties.put(one.getTagName(), one.getTextContent())));
        return new Pom(project, properties);
    }

    /** The text at a path of element names below the project. */
    String at(String... path) {
        return filled(select(path).findFirst().orElseThrow().getTextContent().strip());
    }

    String property(String name) {
        return filled(properties.get(name));
    }

    Stream<Element> select(String... path) {
        Stream<Element> found = Stream.of(project);
        for (String name : path) {
            found = found.flatMap(element -> child(element, name));
        }
        return found;
    }

    String filled(String text) {
        String filled = REFERENCE
                .matcher(text)
                .replaceAll(
                        match -> properties.getOrDefault(match.group(1), "?").replace("$", "\\$"));
        return filled.equals(text) ? text : filled(filled);
    }

    static Stream<Element> child(Element element, String name) {
        return elements(element).filter(one -> one.getTagName().equals(name));
    }

    private static Stream<Element> elements(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** The folder of the sources. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("standalone/pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
