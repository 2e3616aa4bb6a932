package io.jenkins.plugins.securitycenter.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The accounts, their failed logins and locks. */
final class Accounts {
    private static final List<Account> ALL = List.of(Account.ADMIN, Account.CI, Account.ANALYST);
    private static final Pattern KEYS =
            Pattern.compile("accesskey=([^;\\s]*)\\s*;\\s*secretkey=([^;\\s]*)\\s*;?", Pattern.CASE_INSENSITIVE);
    private final Map<String, Integer> failed = new HashMap<>();
    private final Map<String, Integer> failedSinceLogin = new HashMap<>();
    private final Map<String, String> changed = new HashMap<>();
    private final int attempts;

    Accounts(int attempts) {
        this.attempts = attempts;
    }

    /** The account with this name and password. */
    synchronized Account logIn(String username, String password) {
        Account account = ALL.stream()
                .filter(known -> known.username().equals(username))
                .findFirst()
                .orElseThrow(Accounts::wrong);
        if (locked(username)) {
            throw Refusal.of(22, "This account is locked. Contact an administrator.\n");
        }
        if (!changed.getOrDefault(username, account.login().password()).equals(password)) {
            failed.merge(username, 1, Integer::sum);
            failedSinceLogin.merge(username, 1, Integer::sum);
            throw wrong();
        }
        return account;
    }

    /** The account whose name a client certificate holds. */
    static Optional<Account> byCertificate(String name) {
        return ALL.stream().filter(account -> account.username().equals(name)).findFirst();
    }

    /** The failures since the last successful login, which are forgotten by it. */
    synchronized int forgetFailures(String username) {
        Integer before = failedSinceLogin.remove(username);
        return before == null ? 0 : before;
    }

    synchronized int failedLogins(String username) {
        return failed.getOrDefault(username, 0);
    }

    synchronized boolean locked(String username) {
        return attempts > 0 && failedSinceLogin.getOrDefault(username, 0) >= attempts;
    }

    synchronized void changePassword(String username, String password) {
        changed.put(username, password);
    }

    synchronized void unlock(String username) {
        failedSinceLogin.remove(username);
    }

    /** The account of a header {@code accesskey=...; secretkey=...}, names in any case, a final semicolon or none. */
    static Optional<Account> byKeys(String header) {
        Matcher keys = KEYS.matcher(header.strip());
        if (!keys.matches()) {
            return Optional.empty();
        }
        String access = keys.group(1).toLowerCase(Locale.ROOT);
        String secret = keys.group(2).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(account -> account.login().accessKey().equals(access)
                        && account.login().secretKey().equals(secret))
                .findFirst();
    }

    private static Refusal wrong() {
        return Refusal.of(21, "Invalid login credentials.\n");
    }
}
