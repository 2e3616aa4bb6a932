/** Build and job actions that store and show scans and findings, and their pages. */
@NullMarked
package io.jenkins.plugins.securitycenter.result;

import org.jspecify.annotations.NullMarked;
