package io.jenkins.plugins.securitycenter.scale;

import java.util.List;

/** A program that answers SQL. */
interface Engine {

    /** Returns the name of the engine, which is also the heading of its views. */
    String name();

    /** Executes statements that define the views, replacing views of the same names. */
    void define(List<String> statements) throws Exception;

    /** Returns the rows of a query; columns are separated by a space, and a null is {@code -}. */
    List<String> ask(String sql) throws Exception;

    /** Returns the statement that defines a view of all rows of Parquet files in or below a directory. */
    String parquetView(String name, String directory);
}
