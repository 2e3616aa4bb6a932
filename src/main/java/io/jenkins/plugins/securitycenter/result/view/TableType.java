package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import io.jenkins.plugins.securitycenter.findings.TableQuery;
import io.jenkins.plugins.securitycenter.text.EnumWords;

/** The three tables of a record. */
public enum TableType {
    FINDINGS {
        @Override
        public TablePage<?> page(FindingTable table, TableQuery query) {
            return table.findings(query);
        }
    },
    HOSTS {
        @Override
        public TablePage<?> page(FindingTable table, TableQuery query) {
            return table.hosts(query);
        }
    },
    PLUGINS {
        @Override
        public TablePage<?> page(FindingTable table, TableQuery query) {
            return table.plugins(query);
        }
    };

    /**
     * Returns the entries of a query.
     *
     * @throws IllegalArgumentException if this view cannot be sorted by the column
     */
    public abstract TablePage<?> page(FindingTable table, TableQuery query);

    /** Returns the name of the view in requests. */
    public String word() {
        return EnumWords.of(this);
    }
}
