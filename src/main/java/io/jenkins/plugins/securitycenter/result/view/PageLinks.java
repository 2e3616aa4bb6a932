package io.jenkins.plugins.securitycenter.result.view;

import java.util.List;
import java.util.stream.IntStream;

/** The links to the pages of a table. */
public record PageLinks(TableRequest request, int matching) {

    private static final List<Integer> LENGTHS = List.of(25, 50, 100, 250);
    private static final int NEIGHBOURS = 2;

    /**
     * An entry in the list of pages.
     *
     * @param number the number of the page; 0 for a gap
     */
    public record Step(int number, String link, boolean current) {}

    /** An option for the number of entries per page. */
    public record Length(int entries, String link, boolean current) {}

    /** Returns the number of pages, at least 1. */
    public int pages() {
        return Math.max(1, (matching + request.length() - 1) / request.length());
    }

    /** Returns links to the first and last page, the current page, and the pages next to it. */
    public List<Step> steps() {
        return IntStream.rangeClosed(1, pages())
                .filter(number -> outer(number) || distance(number) <= NEIGHBOURS + 1)
                .mapToObj(this::step)
                .toList();
    }

    /** Returns the link to the previous page; empty if there is none. */
    public String previous() {
        return neighbour(request.page() - 1);
    }

    /** Returns the link to the next page; empty if there is none. */
    public String next() {
        return neighbour(request.page() + 1);
    }

    public List<Length> lengths() {
        return LENGTHS.stream()
                .map(entries -> new Length(entries, request.of(entries).link(), entries == request.length()))
                .toList();
    }

    private Step step(int number) {
        return outer(number) || distance(number) <= NEIGHBOURS
                ? new Step(number, request.at(number).link(), number == request.page())
                : new Step(0, "", false);
    }

    private String neighbour(int number) {
        return number >= 1 && number <= pages() ? request.at(number).link() : "";
    }

    private boolean outer(int number) {
        return number == 1 || number == pages();
    }

    private int distance(int number) {
        return Math.abs(number - request.page());
    }
}
