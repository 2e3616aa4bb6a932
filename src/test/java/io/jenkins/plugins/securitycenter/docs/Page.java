package io.jenkins.plugins.securitycenter.docs;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A document of the project.
 *
 * @param path from the root of the repository
 */
public record Page(String path, String text) {

    /** The documents outside of the folder docs. */
    private static final List<String> AT_THE_ROOT =
            List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md");

    private static final Pattern HTML_LINK = Pattern.compile("\\b(?:href|src|srcset)=\"([^\"]*)\"");
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

    /** A fenced block, and the line of the document in which its content starts. */
    public record Block(String page, int line, String language, String text) {
        @Override
        public String toString() {
            return page + ":" + line + " (" + language + ")";
        }
    }

    /** A table below a heading; the cells are Markdown. */
    public record Table(String heading, List<String> header, List<List<String>> rows) {

        /** What is between backquotes in a column. */
        Set<String> names(int column) {
            Set<String> names = new LinkedHashSet<>();
            rows.forEach(row -> names.addAll(code(row.get(column))));
            return names;
        }

        /** The row in whose first cell a name is between backquotes. */
        List<String> row(String name) {
            return rows.stream()
                    .filter(row -> code(row.get(0)).contains(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row " + name + " below " + heading));
        }
    }

    /** All documents. */
    static List<Page> all() {
        Path root = Pom.repository();
        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            return Stream.concat(AT_THE_ROOT.stream().map(root::resolve), files.sorted())
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .map(Page::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document at a path from the root of the repository. */
    public static Page of(String path) {
        try {
            return new Page(
                    path, Files.readString(Pom.repository().resolve(path)).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks of all documents in a language. */
    public static List<Block> blocks(String language) {
        return all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** The fenced blocks, and those that are only indented, whose language is {@code indented}. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        visit(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                blocks.add(block(block, block.getInfo(), block.getLiteral()));
            }

            @Override
            public void visit(IndentedCodeBlock block) {
                blocks.add(block(block, "indented", block.getLiteral()));
            }

            private Block block(Node node, String language, String literal) {
                return new Block(path, node.getSourceSpans().get(0).getLineIndex() + 2, language, literal);
            }
        });
        return blocks;
    }

    /** Where links and pictures lead. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        visit(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                super.visit(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
            }

            @Override
            public void visit(HtmlBlock html) {
                HTML_LINK.matcher(html.getLiteral()).results().forEach(match -> links.add(match.group(1)));
            }

            @Override
            public void visit(HtmlInline html) {
                HTML_LINK.matcher(html.getLiteral()).results().forEach(match -> links.add(match.group(1)));
            }
        });
        return links;
    }

    /** What is between backquotes, outside of blocks. */
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        visit(new AbstractVisitor() {
            @Override
            public void visit(Code code) {
                codes.add(code.getLiteral());
            }
        });
        return codes;
    }

    /** The anchors that GitHub makes of the headings. */
    Set<String> anchors() {
        Map<String, Integer> seen = new LinkedHashMap<>();
        Set<String> anchors = new LinkedHashSet<>();
        visit(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String plain = NOT_IN_ANCHORS
                        .matcher(plain(heading).toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .replace(' ', '-');
                int before = seen.merge(plain, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? plain : plain + "-" + before);
            }
        });
        return anchors;
    }

    private static String plain(Node node) {
        StringBuilder plain = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                plain.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                plain.append(code.getLiteral());
            }
        });
        return plain.toString();
    }

    /** The tables, which are no part of plain Markdown. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        String heading = "";
        Table open = null;
        for (String line : text.lines().toList()) {
            String row = line.strip();
            if (row.startsWith("#")) {
                heading = row.replaceFirst("#+ ", "");
            }
            if (!row.startsWith("|")) {
                open = null;
            } else if (open == null) {
                open = new Table(heading, cells(row), new ArrayList<>());
                tables.add(open);
            } else if (!row.matches("[|: -]+")) {
                open.rows().add(cells(row));
            }
        }
        return tables;
    }

    /** The table below a heading whose first column has that name. */
    public Table table(String heading, String first) {
        return tables().stream()
                .filter(table ->
                        table.heading().equals(heading) && table.header().get(0).equals(first))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " has no table \"" + first + "\" below " + heading));
    }

    private static List<String> cells(String row) {
        return Stream.of(row.replaceFirst("^\\|", "").split("(?<!\\\\)\\|", -1))
                .map(String::strip)
                .toList();
    }

    @Override
    public String toString() {
        return path;
    }

    /** What is between backquotes in Markdown. */
    public static List<String> code(String markdown) {
        List<String> names = new ArrayList<>();
        Matcher matcher = Pattern.compile("`([^`]+)`").matcher(markdown);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private void visit(AbstractVisitor visitor) {
        Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(text)
                .accept(visitor);
    }
}
