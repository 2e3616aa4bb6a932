package io.jenkins.plugins.securitycenter.export;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A JUnit file that keeps to the schema beside this class, which says what Jenkins' junit step reads. */
final class JUnitDocument {

    private final Document document;

    JUnitDocument(String text) {
        try {
            document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(JUnitDocument.class.getResource("junit.xsd"))
                    .newValidator()
                    .validate(new DOMSource(document));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("The document is no valid JUnit XML: " + text, e);
        }
    }

    List<String> texts(String path) {
        NodeList nodes = (NodeList) evaluate(path, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    int number(String path) {
        return ((Number) evaluate(path, XPathConstants.NUMBER)).intValue();
    }

    private Object evaluate(String path, QName type) {
        try {
            return XPathFactory.newInstance().newXPath().evaluate(path, document, type);
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
