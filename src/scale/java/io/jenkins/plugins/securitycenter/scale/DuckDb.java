package io.jenkins.plugins.securitycenter.scale;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** DuckDB in this process. */
final class DuckDb implements Engine, AutoCloseable {

    private final Connection connection;

    DuckDb() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET threads = " + Runtime.getRuntime().availableProcessors());
        execute("SET memory_limit = '1GB'");
    }

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public void define(List<String> statements) throws SQLException {
        for (String statement : statements) {
            execute(statement.replace("CREATE VIEW", "CREATE OR REPLACE VIEW"));
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public List<String> ask(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                StringJoiner row = new StringJoiner(" ");
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    String value = result.getString(column);
                    row.add(value == null ? "-" : value);
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    @Override
    public String parquetView(String name, String directory) {
        return "CREATE VIEW " + name + " AS SELECT * FROM read_parquet('" + directory
                + "/**/*.parquet', hive_partitioning = false)";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
