/**
 * What comes from outside meets arbitrary bytes. A target is a class named {@code *Fuzz} beside what it calls, whose
 * {@code fuzzerTestOneInput} takes one input and throws when something happens that is not documented. {@code CorpusTest}
 * replays the corpus in the normal tests; {@code FuzzMain} lets Jazzer search.
 */
package io.jenkins.plugins.securitycenter.fuzz;
