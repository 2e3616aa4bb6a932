package io.jenkins.plugins.securitycenter.config;

import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.ReaderWrapper;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads a document as XStream does. */
final class XmlTreeReader extends ReaderWrapper {

    private static final class Level {
        final Element element;
        Node next;
        boolean started;

        Level(Element element) {
            this.element = element;
            next = element.getFirstChild();
        }
    }

    private final Deque<Level> levels = new ArrayDeque<>();

    XmlTreeReader(String xml) {
        super(unused());
        try {
            levels.push(new Level(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement()));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every method in use is overridden; the interface has more methods in XStream. */
    private static HierarchicalStreamReader unused() {
        return (HierarchicalStreamReader) Proxy.newProxyInstance(
                XmlTreeReader.class.getClassLoader(),
                new Class<?>[] {HierarchicalStreamReader.class},
                (proxy, method, values) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Level top() {
        return levels.getFirst();
    }

    /** Returns the current element, whose attributes a stream forgets as soon as it looks for text or elements. */
    private Element start() {
        if (top().started) {
            throw new IllegalStateException("The attributes of " + getNodeName() + " are gone.");
        }
        return top().element;
    }

    @Override
    public boolean hasMoreChildren() {
        top().started = true;
        for (Node each = top().next; each != null; each = each.getNextSibling()) {
            if (each instanceof Element) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void moveDown() {
        top().started = true;
        while (!(top().next instanceof Element)) {
            top().next = top().next.getNextSibling();
        }
        levels.push(new Level((Element) top().next));
    }

    @Override
    public void moveUp() {
        levels.pop();
        top().next = top().next.getNextSibling();
    }

    @Override
    public String getNodeName() {
        return top().element.getNodeName();
    }

    /** Returns the text up to the next element, as a stream does. */
    @Override
    public String getValue() {
        top().started = true;
        return top().next == null || top().next instanceof Element
                ? ""
                : top().next.getNodeValue();
    }

    @Override
    public String getAttribute(String name) {
        return start().hasAttribute(name) ? start().getAttribute(name) : null;
    }

    @Override
    public Iterator<?> getAttributeNames() {
        return IntStream.range(0, start().getAttributes().getLength())
                .mapToObj(i -> top().element.getAttributes().item(i).getNodeName())
                .iterator();
    }
}
