package io.jenkins.plugins.securitycenter.benchmark;

/**
 * A scan result that the server replays. Its ID says what it contains, so the server keeps no state.
 *
 * @param findings the number of findings
 * @param later whether it is the later one of two scans: a twentieth of the hosts was not scanned again, as many are new,
 *     and one finding of each other host was fixed and another one is new
 */
record ReplayScan(int findings, boolean later) {

    /** Returns the scan with that ID. */
    static ReplayScan of(String id) {
        int number = Integer.parseInt(id);
        return new ReplayScan(number / 10, number % 10 == 1);
    }

    String id() {
        return findings + (later ? "1" : "0");
    }

    /** Returns the number of the first host. */
    int firstHost() {
        return later ? findings / ReplayRows.ON_EACH_HOST / 20 : 0;
    }
}
