package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.model.EnumWords;
import io.jenkins.plugins.securitycenter.report.FindingTable;
import io.jenkins.plugins.securitycenter.report.Page;
import io.jenkins.plugins.securitycenter.report.TableQuery;

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
     * Returns the entries of a query.
     *
     * @throws IllegalArgumentException if this view cannot be sorted by the column
     */
    public abstract Page<?> page(FindingTable table, TableQuery query);

    /** Returns the name of the view in requests. */
    public String word() {
        return EnumWords.of(this);
    }
}
