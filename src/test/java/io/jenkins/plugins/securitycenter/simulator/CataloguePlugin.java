package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** One check of the catalogue: a product and a weakness, with everything derived from its index. */
class CataloguePlugin {
    private static final long DAY = 86_400;
    private static final long FIRST_DAY = 1_262_304_000; // 2010-01-01
    private final int index;
    private final Product product;
    private final Weakness weakness;
    private final String name;
    private final String description;
    private final String solution;

    CataloguePlugin(int index) {
        this.index = index;
        product = Product.ALL.get(Hash.below(Product.ALL.size(), Hash.of(index, 7)));
        weakness = Weakness.of(index);
        String plain = weakness.title().formatted(product.name()) + " (" + year() + "-" + (100 + index) + ")";
        name = hostile() ? Hostile.text(index) + " " + plain : plain;
        String text = "The check looks at " + product.name() + " as the network sees it.\n\n" + synopsis();
        description = hostile() ? text + "\n" + Hostile.text(index + 1) : text;
        solution = weakness.solution().formatted(product.name()).replace("#", String.valueOf(number(9, 5) + 1));
    }

    String id() {
        return String.valueOf(701_003 + 17 * index);
    }

    String name() {
        return name;
    }

    Severity severity() {
        return weakness.severity();
    }

    Product product() {
        return product;
    }

    /** One of twenty plugins tries to break whatever shows its texts. */
    boolean hostile() {
        return index % 20 == 7;
    }

    boolean exploitable() {
        return severity().ordinal() > 2 && index % 3 == 0;
    }

    /** A fixed number for this plugin and purpose, from 0 to {@code bound - 1}. */
    int number(int bound, int purpose) {
        return Hash.below(bound, Hash.of(index, purpose));
    }

    /** Zero to three CVE names, comma-separated. */
    String cves() {
        if (severity() == Severity.INFO) {
            return "";
        }
        StringBuilder names = new StringBuilder();
        for (int i = 0; i <= index % 3; i++) {
            names.append(i == 0 ? "" : ",")
                    .append("CVE-")
                    .append(year())
                    .append('-')
                    .append(90_000 + 3 * index + i);
        }
        return names.toString();
    }

    /** One digit behind the point, or empty for an informative plugin. */
    String cvss() {
        return switch (severity()) {
            case CRITICAL -> score(92, 8);
            case HIGH -> score(70, 19);
            case MEDIUM -> score(40, 29);
            case LOW -> score(10, 29);
            case INFO -> "";
        };
    }

    String vpr() {
        return severity() == Severity.INFO ? "" : score(Math.max(1, severity().ordinal() * 22 - 6), 17);
    }

    String synopsis() {
        return weakness.synopsis().replace("%s", product.name());
    }

    String description() {
        return description;
    }

    String solution() {
        return solution;
    }

    /** Epoch seconds of the publication, shifted by days. */
    long published(int days) {
        return FIRST_DAY + (index * 13L + days) * DAY;
    }

    int year() {
        return 2010 + index * 13 / 365;
    }

    String cpe() {
        return "cpe:/a:" + product.vendor() + ":"
                + product.name().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    ObjectNode family() {
        return Json.texts(
                "id", product().family().id(), "name", product().family().name(), "type", "active");
    }

    private String score(int base, int spread) {
        int tenths = base + number(spread + 1, 3);
        return tenths / 10 + "." + tenths % 10;
    }
}
