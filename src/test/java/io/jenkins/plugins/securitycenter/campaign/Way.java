package io.jenkins.plugins.securitycenter.campaign;

import io.jenkins.plugins.securitycenter.simulator.Controls;
import io.jenkins.plugins.securitycenter.simulator.FaultChoice;
import java.util.Random;
import java.util.Set;

/** A way in which a request fails. */
enum Way {
    RESET_BEFORE {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.resetBefore().times(1);
        }
    },
    RESET_AFTER {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.resetAfter().times(1);
        }
    },
    CUT {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.cutBody().times(1);
        }
    },
    CUT_CHUNKED {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.cutChunkedBody().times(1);
        }
    },
    TRUNCATED {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.truncated().times(1);
        }
    },
    HTML {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.html(new int[] {200, 403, 404, 413, 500, 502, 503}[random.nextInt(7)])
                    .times(1);
        }
    },
    GARBAGE {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.garbage().times(1);
        }
    },
    EMPTY {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.emptyBody().times(1);
        }
    },
    REFUSED {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.error(random.nextBoolean() ? 403 : 200, 147, "Not now.\n").times(1);
        }
    },
    /** With characters that no terminal and no XML file should get. */
    REFUSED_ODDLY {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.error(403, 147, "Not now, \u001b[1mplease\u0000.\n").times(1);
        }
    },
    /** What an expired session gets, while it still exists. */
    INVALID_TOKEN {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.invalidToken().times(1);
        }
    },
    /** All sessions are gone, as after a restart of the server; the request is answered. */
    SESSIONS_GONE {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            server.expireSessions();
        }
    },
    /** The connection ends behind the answer without a word. */
    CLOSING {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.closing().times(1);
        }
    },
    /** Compressed although nobody asked for it. */
    GZIP {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.header("Content-Encoding", "gzip").changed(Bodies::gzip).times(1);
        }
    },
    GZIP_UNSAID {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.changed(Bodies::gzip).times(1);
        }
    },
    ERROR_CODE {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            String[] codes = {"false", "0.9", "1e999", "null", "\"\"", "4294967296", "[]"};
            String code = codes[random.nextInt(codes.length)];
            choice.changed(body -> Bodies.errorCode(body, code)).times(1);
        }
    },
    ODD_BYTE {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.changed(Bodies::oddByte).times(1);
        }

        @Override
        boolean concerns(String path) {
            return path.equals("/analysis");
        }
    },
    NO_DATA {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.error(200, 143, "Unable to get data from the database.").times(1);
        }

        @Override
        boolean concerns(String path) {
            return path.equals("/analysis");
        }
    },
    EMPTY_PAGE {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.changed(body -> Bodies.rows(body, 0)).times(1);
        }

        @Override
        boolean concerns(String path) {
            return path.equals("/analysis");
        }
    },
    CAPPED_PAGE {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            double share = random.nextDouble();
            choice.changed(body -> Bodies.rows(body, share)).times(1);
        }

        @Override
        boolean concerns(String path) {
            return path.equals("/analysis");
        }
    },
    REPEATED_ROWS {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.changed(Bodies::repeated).times(1);
        }

        @Override
        boolean concerns(String path) {
            return path.equals("/analysis");
        }
    },
    OTHER_TOTAL {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            int more = random.nextInt(200) - 100;
            choice.changed(body -> Bodies.total(body, more)).times(1);
        }

        @Override
        boolean concerns(String path) {
            return path.equals("/analysis");
        }
    },
    /** The server is away for a while: its connections are reset. */
    AWAY {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.resetBefore().times(1);
        }

        @Override
        boolean lasts() {
            return true;
        }
    },
    /** The server restarts: its sessions are gone, and a proxy answers for a while. */
    RESTART {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            server.expireSessions();
            choice.html(503).times(1);
        }

        @Override
        boolean lasts() {
            return true;
        }
    },
    BUSY {
        @Override
        void choose(FaultChoice choice, Random random, Controls server) {
            choice.header("Retry-After", "5").html(429).times(1);
        }

        @Override
        boolean lasts() {
            return true;
        }
    };

    /** Those in which the product is known to be at fault. */
    static final Set<Way> PENDING = Set.of();

    /** Makes the plan for the next request that fits. */
    abstract void choose(FaultChoice choice, Random random, Controls server);

    /** Whether all requests fail for a while. */
    boolean lasts() {
        return false;
    }

    boolean concerns(String path) {
        return !path.isEmpty();
    }
}
