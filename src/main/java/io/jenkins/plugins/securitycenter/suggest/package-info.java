/**
 * Suggestions for form fields, read from a server with the account that the form would use. Does not depend on Jenkins.
 */
@NullMarked
package io.jenkins.plugins.securitycenter.suggest;

import org.jspecify.annotations.NullMarked;
