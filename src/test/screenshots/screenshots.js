// Makes the pictures of docs/images from a running Jenkins, light and dark; docs/testing.md explains how.
const path = require("path");
const puppeteer = require("puppeteer-core");
const actions = require("./actions");
const views = require("./views");

const [address, job, freestyle, folder = path.join(__dirname, "../../../docs/images")] = process.argv.slice(2);
if (!address || !job || !freestyle) {
  console.error("Usage: node screenshots.js JENKINS_URL JOB FREESTYLE_JOB [FOLDER]");
  process.exit(1);
}
const root = new URL(address.replace(/\/*$/, "/"));
const jobPage = new URL(`job/${encodeURIComponent(job)}/`, root);
const build = new URL("lastCompletedBuild/", jobPage);
const record = new URL("securitycenter/", build);
const CHART = ".securitycenter-trend";

/**
 * height: of the window; element: takes a picture of this element only; trend: the choice of the trend chart;
 * prepare: what to do on the page; user: the variable with the user, if it is another one.
 */
const PICTURES = [
  { name: "build-page", url: build, height: 1000 },
  { name: "new-build-page", url: build, height: 860, user: "JENKINS_AUTH_NEW_PAGE" },
  { name: "findings-page", url: new URL("?severity=Critical&severity=High&change=new", record), height: 660 },
  { name: "fixes", url: new URL("?view=fixes", record), height: 700 },
  { name: "findings-by-host", url: new URL("?view=hosts", record), height: 700 },
  { name: "finding", url: new URL("?severity=Critical", record), height: 1000, prepare: actions.openFinding },
  { name: "trend", url: jobPage, height: 700 },
  { name: "trend-changes", url: jobPage, height: 900, trend: "changes", element: CHART },
  { name: "trend-overdue", url: jobPage, height: 900, trend: "overdue", element: CHART },
  { name: "trend-hosts", url: jobPage, height: 900, trend: "hosts", element: CHART, prepare: actions.openSettings },
  { name: "list-view", url: views.list.page(root), height: 640, prepare: actions.reload },
  { name: "jobs-by-risk", url: views.dashboard.page(root), height: 560, prepare: actions.reload },
  {
    name: "administration",
    url: new URL("manage/securitycenter/", root),
    height: 1000,
    prepare: actions.reload,
  },
  { name: "global-configuration", url: new URL("manage/configure", root), height: 860, prepare: actions.testConnection },
  {
    name: "freestyle-job",
    url: new URL(`job/${encodeURIComponent(freestyle)}/configure`, root),
    height: 860,
    prepare: actions.suggestScan,
  },
  {
    name: "snippet-generator",
    url: new URL("pipeline-syntax/", jobPage),
    height: 1000,
    prepare: actions.generateSnippet,
  },
];

/** Selects the dark theme, whose plugin must be installed. */
async function darken(page) {
  await page.evaluate(async () => {
    document.documentElement.dataset.theme = "dark";
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = `${document.head.dataset.rooturl}/plugin/dark-theme/theme.css`;
    document.head.append(link);
    await new Promise((done) => (link.onload = link.onerror = done));
  });
}

/** Opens a page as the user of that variable, or as JENKINS_AUTH in the session of all other pages. */
async function open(browser, url, user, height) {
  const context = user ? await browser.createBrowserContext() : browser.defaultBrowserContext();
  const page = await context.newPage();
  const login = process.env[user || "JENKINS_AUTH"];
  page.on("dialog", (dialog) => dialog.accept());
  if (login) {
    await page.setExtraHTTPHeaders({ Authorization: `Basic ${Buffer.from(login).toString("base64")}` });
  }
  await page.setViewport({ width: 1280, height });
  await page.goto(url.href, { waitUntil: "load", timeout: 120000 });
  return page;
}

async function take(browser, picture) {
  const page = await open(browser, picture.url, picture.user, picture.height);
  if (picture.trend) {
    await page.setCookie({ name: "securitycenter-trend", value: `true-50-${picture.trend}`, url: root.href });
    await page.reload({ waitUntil: "load", timeout: 120000 });
  }
  if (picture.prepare) {
    await picture.prepare(page);
  }
  await shoot(page, picture, "");
  await darken(page);
  await shoot(page, picture, "-dark");
  await page.close();
}

async function shoot(page, picture, suffix) {
  await page.waitForNetworkIdle({ idleTime: 1500, timeout: 15000 }).catch(() => {});
  const file = path.join(folder, `${picture.name}${suffix}.png`);
  const part = picture.element ? await page.waitForSelector(picture.element) : page;
  await part.screenshot({ path: file });
  console.log(file);
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROME || "/usr/bin/chromium",
    protocolTimeout: 300000,
    args: ["--no-sandbox", "--hide-scrollbars"],
  });
  const only = (process.env.PICTURES || "").split(",").filter(Boolean);
  const chosen = PICTURES.filter(({ name, user }) => (only.length ? only.includes(name) : !user || process.env[user]));
  const page = await open(browser, root, "", 600);
  const created = await views.create(page);
  try {
    for (const picture of chosen) {
      await take(browser, picture);
    }
  } finally {
    await views.remove(page, created);
    await browser.close();
  }
})().catch((problem) => {
  console.error(problem);
  process.exit(1);
});
