/** What administrators see in Manage Jenkins. */
@NullMarked
package io.jenkins.plugins.securitycenter.manage;

import org.jspecify.annotations.NullMarked;
