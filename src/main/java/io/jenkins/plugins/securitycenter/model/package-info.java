/** SecurityCenter's objects as immutable records, read tolerantly from the API's JSON. */
package io.jenkins.plugins.securitycenter.model;
