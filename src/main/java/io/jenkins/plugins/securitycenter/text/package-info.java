/** Strings for users and files: messages, file names, numbers and words that users enter. Independent of Jenkins. */
package io.jenkins.plugins.securitycenter.text;
