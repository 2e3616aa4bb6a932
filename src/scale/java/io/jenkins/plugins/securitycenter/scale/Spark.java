package io.jenkins.plugins.securitycenter.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Spark, with all processes on this machine. */
final class Spark implements Engine, AutoCloseable {

    private final SparkSession session;

    /** @param master the master, such as {@code local[2]} */
    Spark(String master) {
        session = SparkSession.builder()
                .master(master)
                .appName("scale")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "8")
                .config("spark.log.level", "ERROR")
                .getOrCreate();
    }

    @Override
    public String name() {
        return "Spark";
    }

    @Override
    public void define(List<String> statements) {
        for (String statement : statements) {
            session.sql(statement.replace("CREATE TEMPORARY VIEW", "CREATE OR REPLACE TEMPORARY VIEW"));
        }
    }

    @Override
    public List<String> ask(String sql) {
        List<String> rows = new ArrayList<>();
        for (Row row : session.sql(sql).collectAsList()) {
            StringJoiner text = new StringJoiner(" ");
            for (int column = 0; column < row.length(); column++) {
                text.add(row.isNullAt(column) ? "-" : row.get(column).toString());
            }
            rows.add(text.toString());
        }
        return rows;
    }

    @Override
    public String parquetView(String name, String directory) {
        return "CREATE TEMPORARY VIEW " + name + " USING parquet OPTIONS (path '" + directory
                + "', recursiveFileLookup 'true')";
    }

    @Override
    public void close() {
        session.stop();
    }
}
