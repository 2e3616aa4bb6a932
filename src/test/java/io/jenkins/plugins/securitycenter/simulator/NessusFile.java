package io.jenkins.plugins.securitycenter.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The raw result of a run: NessusClientData_v2, written host by host. */
record NessusFile(Run run, Instant now) {
    private static final Pattern ILLEGAL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    void writeZipTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(run.id() + ".nessus"));
        writeTo(zip);
        zip.closeEntry();
        zip.finish();
    }

    void writeTo(OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("NessusClientData_v2");
            xml.writeStartElement("Policy");
            text(xml, "policyName", run.facts().details());
            xml.writeEndElement();
            xml.writeStartElement("Report");
            xml.writeAttribute("name", legal(run.facts().name()));
            hosts(xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private void hosts(XMLStreamWriter xml) throws XMLStreamException {
        Rows rows = run.rows(now, RunRows.View.ALL);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.row(i);
            if (i % Population.PER_HOST == 0) {
                if (i > 0) {
                    xml.writeEndElement();
                }
                host(xml, row.host());
            }
            item(xml, row);
        }
        if (rows.size() > 0) {
            xml.writeEndElement();
        }
    }

    private static void host(XMLStreamWriter xml, SimulatedHost host) throws XMLStreamException {
        xml.writeStartElement("ReportHost");
        xml.writeAttribute("name", host.ip());
        xml.writeStartElement("HostProperties");
        tag(xml, "host-ip", host.ip());
        tag(xml, "host-fqdn", host.dnsName());
        tag(xml, "mac-address", host.macAddress());
        xml.writeEndElement();
    }

    private static void item(XMLStreamWriter xml, Row row) throws XMLStreamException {
        CataloguePlugin plugin = row.plugin();
        xml.writeStartElement("ReportItem");
        xml.writeAttribute("port", String.valueOf(plugin.product().port()));
        xml.writeAttribute("svc_name", "general");
        xml.writeAttribute("protocol", plugin.product().protocol().toLowerCase(java.util.Locale.ROOT));
        xml.writeAttribute("severity", String.valueOf(row.severity().ordinal()));
        xml.writeAttribute("pluginID", plugin.id());
        xml.writeAttribute("pluginName", legal(plugin.name()));
        xml.writeAttribute("pluginFamily", plugin.product().family().name());
        text(xml, "description", plugin.description());
        text(xml, "solution", plugin.solution());
        text(xml, "synopsis", plugin.synopsis());
        text(xml, "plugin_output", row.output());
        xml.writeEndElement();
    }

    private static void tag(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement("tag");
        xml.writeAttribute("name", name);
        xml.writeCharacters(legal(value));
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(value));
        xml.writeEndElement();
    }

    /** XML 1.0 has no room for most control characters. */
    private static String legal(String text) {
        return ILLEGAL.matcher(text).replaceAll("?");
    }
}
