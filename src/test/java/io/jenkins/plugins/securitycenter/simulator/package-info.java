/**
 * A SecurityCenter to test and try things with: stateful, over real sockets, HTTP and HTTPS.
 *
 * <pre>
 * try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withFindings(10_000).withHttps(true))) {
 *     simulator.url();                     // https://127.0.0.1:port, resources are below /rest
 *     simulator.certificatePem();          // for the client's trust
 *     simulator.faults().on("POST", "/scan/*&#47;launch").resetAfter().times(1);
 *     simulator.controls().expireSessions(); // and setTiming, setFindings, setOutcome, set(Quirk, true), unlock
 *     simulator.requests();                // what clients sent, without secrets
 *     simulator.launches("1");             // how often the launch of scan 1 was processed
 *     simulator.openSessions();
 * }
 * </pre>
 *
 * <p>Accounts: {@code ci} / {@code ci-password} (Security Manager, also by the keys in {@link
 * io.jenkins.plugins.securitycenter.simulator.Simulator}), {@code analyst} / {@code analyst-password} (sees repository 1
 * only and manages nothing), {@code admin} / {@code admin-password} (administrator).
 *
 * <p>Scans: 1 "Weekly network scan", 2 "DMZ", 3 and 4 both "Twice", 5 ends in Error, 6 ends Partial, 7 cannot be
 * imported, 8 is Blocked, 9 lies in repository 2. Each new run of the same targets fixes some of its findings and has new
 * ones. All data is computed from a seed when it is asked for, so a million findings take no memory.
 *
 * <p>Reports: definition 1 "Executive summary" (pdf) and 2 "All findings" (csv); a launched report goes from Queued over
 * Running to Completed in the time of a scan, or as {@code controls().setReports} says.
 *
 * <p>Other kinds of scans: agent scan 1000001 "Agents at night", web application scan 2000001 "Shop". Plain objects, such
 * as assets, policies, tickets, rules, roles and freeze windows, are in the resource {@code objects.json}; tests see and
 * change them by {@code controls().objects("ticket")} and {@code controls().put("freeze", json)}. A freeze window in
 * effect, a role without the right or a licence that is not valid ({@code setLicense}) turns launches away.
 *
 * <p>Time is that of the clock in the options: with a {@link io.jenkins.plugins.securitycenter.simulator.ManualClock}
 * nothing happens until a test moves it.
 *
 * <p>By hand: {@link io.jenkins.plugins.securitycenter.simulator.SimulatorMain}.
 */
package io.jenkins.plugins.securitycenter.simulator;
