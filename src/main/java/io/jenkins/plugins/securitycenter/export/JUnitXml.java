package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of JUnit XML. */
final class JUnitXml implements Closeable {

    private interface Part {
        void write() throws XMLStreamException;
    }

    private final Writer writer;
    private final XMLStreamWriter xml;

    JUnitXml(OutputStream stream) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    void begin(Collection<JUnitCounts> suites) throws IOException {
        write(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            counts(JUnitCounts.sum(suites));
        });
    }

    /** @param properties names of properties of the suite, which have the value {@code true} */
    void beginSuite(String name, JUnitCounts counts, List<String> properties) throws IOException {
        write(() -> {
            xml.writeStartElement("testsuite");
            attribute("name", name);
            counts(counts);
            if (!properties.isEmpty()) {
                xml.writeStartElement("properties");
                for (String property : properties) {
                    xml.writeEmptyElement("property");
                    attribute("name", property);
                    attribute("value", "true");
                }
                xml.writeEndElement();
            }
        });
    }

    void write(JUnitTestCase test) throws IOException {
        write(() -> {
            xml.writeStartElement("testcase");
            attribute("classname", test.className());
            attribute("name", test.name());
            attribute("time", "0");
            writeResult(test);
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
    }

    void endSuite() throws IOException {
        write(() -> {
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
    }

    void end() throws IOException {
        write(() -> {
            xml.writeEndDocument();
            xml.flush();
        });
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void writeResult(JUnitTestCase test) throws XMLStreamException {
        switch (test.result()) {
            case FAILED -> {
                xml.writeStartElement("failure");
                attribute("message", test.message());
                attribute("type", "finding");
                xml.writeCharacters(TextSanitizer.xml(test.details()));
                xml.writeEndElement();
            }
            case SKIPPED -> {
                xml.writeStartElement("skipped");
                attribute("message", test.message());
                xml.writeEndElement();
            }
            case PASSED -> {
                // a passed test has no child element
            }
        }
    }

    private void counts(JUnitCounts counts) throws XMLStreamException {
        attribute("tests", Integer.toString(counts.tests()));
        attribute("failures", Integer.toString(counts.of(JUnitTestCase.Result.FAILED)));
        attribute("errors", "0");
        attribute("skipped", Integer.toString(counts.of(JUnitTestCase.Result.SKIPPED)));
        xml.writeCharacters("\n");
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, TextSanitizer.xml(value));
    }

    private static void write(Part part) throws IOException {
        try {
            part.write();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
