package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.SortColumn;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import io.jenkins.plugins.securitycenter.findings.TableQuery;
import io.jenkins.plugins.securitycenter.text.EnumWords;

/** The tables of a record. */
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
    },
    FIXES {
        @Override
        public TablePage<?> page(FindingTable table, TableQuery query) {
            return table.fixes(query);
        }

        @Override
        SortColumn sort() {
            return SortColumn.RISK;
        }
    },
    CVES {
        @Override
        public TablePage<?> page(FindingTable table, TableQuery query) {
            return table.cves(query);
        }
    };

    /**
     * Returns the entries of a query.
     *
     * @throws IllegalArgumentException if this view cannot be sorted by the column
     */
    public abstract TablePage<?> page(FindingTable table, TableQuery query);

    /** Returns the column by which the view is sorted unless the request says otherwise, in descending order. */
    SortColumn sort() {
        return SortColumn.SEVERITY;
    }

    /** Returns the name of the view in requests. */
    public String word() {
        return EnumWords.of(this);
    }
}
