/** SecurityCenter's objects as immutable records that are read from the API's JSON. */
package io.jenkins.plugins.securitycenter.model;
