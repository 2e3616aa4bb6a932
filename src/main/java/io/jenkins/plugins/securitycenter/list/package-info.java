/** The findings of jobs for lists of jobs. */
package io.jenkins.plugins.securitycenter.list;
