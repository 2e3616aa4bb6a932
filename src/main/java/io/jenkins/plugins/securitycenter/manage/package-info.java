/** What administrators see in Manage Jenkins. */
package io.jenkins.plugins.securitycenter.manage;
