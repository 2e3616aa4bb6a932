package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import java.io.OutputStream;

/** The columns of the fault matrix. */
public enum ClientOperation {
    LOGIN("POST", "/token", "log in with the user ci") {
        @Override
        boolean succeeds(SecurityCenter server) throws SecurityCenterException, InterruptedException {
            return server.currentUser().username().equals("ci");
        }
    },
    LAUNCH("POST", "/scan/1/launch", "launch scan \"Weekly network scan\"") {
        @Override
        boolean succeeds(SecurityCenter server) throws SecurityCenterException, InterruptedException {
            return new Scans(server, ScanKind.ACTIVE)
                    .launch(new Scans(server, ScanKind.ACTIVE).find("1"))
                    .id()
                    .equals("1");
        }
    },
    POLL("GET", "/scanResult/1", "read scan result 1") {
        @Override
        boolean succeeds(SecurityCenter server) throws SecurityCenterException, InterruptedException {
            return new ScanResults(server).get("1").state().imported();
        }
    },
    FINDINGS("POST", "/analysis", "read the findings of scan result 1") {
        @Override
        boolean succeeds(SecurityCenter server) throws SecurityCenterException, InterruptedException {
            return new Analysis(server).read(AnalysisQuery.ofScanResult("1"), finding -> {}) == FOUND;
        }
    },
    DOWNLOAD("POST", "/scanResult/1/download", "download scan result 1") {
        @Override
        boolean succeeds(SecurityCenter server) throws SecurityCenterException, InterruptedException {
            return new ScanResults(server).download("1", OutputStream::nullOutputStream) > 1000;
        }
    },
    /** Closing throws nothing, whatever the server does. */
    LOGOUT("DELETE", "/token", "end the session") {
        @Override
        boolean succeeds(SecurityCenter server) {
            server.close();
            return true;
        }
    };

    /** What the simulator's scans find. */
    public static final int FOUND = 60;

    final String method;
    final String path;
    final String phrase;

    ClientOperation(String method, String path, String phrase) {
        this.method = method;
        this.path = path;
        this.phrase = phrase;
    }

    /** Carries it out, and compares what it yields with the simulator. */
    abstract boolean succeeds(SecurityCenter server) throws SecurityCenterException, InterruptedException;

    /** Brings about what it needs before it can be carried out. */
    void prepare(SecurityCenter server) throws SecurityCenterException, InterruptedException {
        if (this != LOGIN) {
            server.status();
        }
        if (this == POLL || this == FINDINGS || this == DOWNLOAD) {
            new Scans(server, ScanKind.ACTIVE).launch(new Scans(server, ScanKind.ACTIVE).find("1"));
        }
    }

    String line() {
        return method + " " + path;
    }
}
