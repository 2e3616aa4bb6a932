/** SecurityCenter's objects as immutable records that are read from the API's JSON. */
@NullMarked
package io.jenkins.plugins.securitycenter.model;

import org.jspecify.annotations.NullMarked;
