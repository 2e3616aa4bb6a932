package io.jenkins.plugins.securitycenter.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** HTML as a strict XML parser reads it, once the elements without an end are closed. */
final class HtmlDocument {

    private static final Pattern WITHOUT_END = Pattern.compile("<meta ([^<>]*)>");

    private final Document document;

    private HtmlDocument(Document document) {
        this.document = document;
    }

    static HtmlDocument parse(String html) {
        String xml = WITHOUT_END.matcher(html).replaceAll("<meta $1/>").replaceFirst("<!DOCTYPE html>", "");
        try {
            return new HtmlDocument(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(html, e);
        }
    }

    /** Returns the texts of the nodes of an XPath, with single spaces. */
    List<String> texts(String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent().replaceAll("\\s+", " ").trim());
            }
            return texts;
        } catch (XPathExpressionException e) {
            throw new AssertionError(e);
        }
    }
}
