package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.text.MessageText;
import org.owasp.encoder.Encode;

/** Builds HTML. Texts and values of attributes are escaped; names of elements and attributes must be constants. */
final class HtmlBuilder {

    private final StringBuilder html = new StringBuilder();
    private long bytes;

    /**
     * Starts an element.
     *
     * @param attributes names and values, alternating
     */
    HtmlBuilder open(String element, String... attributes) {
        append("<" + element);
        for (int i = 0; i < attributes.length; i += 2) {
            append(" " + attributes[i] + "=\"" + Encode.forHtmlAttribute(MessageText.line(attributes[i + 1])) + "\"");
        }
        return append(">");
    }

    HtmlBuilder close(String element) {
        return append("</" + element + ">\n");
    }

    /** Starts a section with its heading. It can take the focus, because its tables may be wider than the screen. */
    HtmlBuilder section(String heading) {
        return open("section", "tabindex", "0", "aria-label", heading).element("h2", heading);
    }

    /** Adds a text on one line, without characters that change how it is displayed. */
    HtmlBuilder text(String text) {
        return append(Encode.forHtmlContent(MessageText.line(text)));
    }

    /** Adds a text with its line breaks. */
    HtmlBuilder lines(String text) {
        return append(Encode.forHtmlContent(MessageText.clean(text)));
    }

    /** Adds an element that contains nothing but a text. */
    HtmlBuilder element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** Adds a link if the URL is that of a web page, otherwise only the text. */
    HtmlBuilder link(String url, String text, String... attributes) {
        String page = DocumentHeader.webPage(url);
        if (page.isEmpty()) {
            return text(text);
        }
        append("<a href=\"" + Encode.forHtmlAttribute(MessageText.line(page)) + "\"");
        for (int i = 0; i < attributes.length; i += 2) {
            append(" " + attributes[i] + "=\"" + Encode.forHtmlAttribute(attributes[i + 1]) + "\"");
        }
        return append(" rel=\"noopener noreferrer\">").text(text).append("</a>");
    }

    /** Adds a constant without escaping. */
    HtmlBuilder constant(String markup) {
        return append(markup);
    }

    /** Adds what another builder contains. */
    HtmlBuilder add(HtmlBuilder other) {
        html.append(other.html);
        bytes += other.bytes;
        return this;
    }

    /** Returns the length in UTF-8. */
    long bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private HtmlBuilder append(String text) {
        html.append(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return this;
    }
}
