package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.report.FindingTable;
import io.jenkins.plugins.securitycenter.report.Page;
import io.jenkins.plugins.securitycenter.report.TableQuery;
import java.util.Locale;

/** The three tables of a record. */
public enum View {
    FINDINGS {
        @Override
        public Page<?> page(FindingTable table, TableQuery query) {
            return table.findings(query);
        }
    },
    HOSTS {
        @Override
        public Page<?> page(FindingTable table, TableQuery query) {
            return table.hosts(query);
        }
    },
    PLUGINS {
        @Override
        public Page<?> page(FindingTable table, TableQuery query) {
            return table.plugins(query);
        }
    };

    /**
     * The entries that are asked for.
     *
     * @throws IllegalArgumentException with a sentence when this view cannot be sorted by that column
     */
    public abstract Page<?> page(FindingTable table, TableQuery query);

    /** The name in requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
