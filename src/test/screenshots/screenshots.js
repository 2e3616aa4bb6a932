// Makes the pictures of docs/images from a running Jenkins; docs/testing.md explains how.
const path = require("path");
const puppeteer = require("puppeteer-core");

const [address, job, folder = path.join(__dirname, "../../../docs/images")] = process.argv.slice(2);
if (!address || !job) {
  console.error("Usage: node screenshots.js JENKINS_URL JOB [FOLDER]");
  process.exit(1);
}
const build = new URL(`job/${encodeURIComponent(job)}/lastCompletedBuild/`, address.replace(/\/*$/, "/"));
const record = new URL("securitycenter/", build);
const SERVERS = '[name="_.maximumSuppressionDays"]';

const PICTURES = [
  { name: "build-page", url: build, height: 1080 },
  { name: "findings-page", url: new URL("?severity=Critical&severity=High&change=new", record), height: 800 },
  { name: "fixes", url: new URL("?view=fixes", record), height: 900 },
  { name: "fixes-dark", url: new URL("?view=fixes", record), height: 900, dark: true },
  { name: "findings-by-host-dark", url: new URL("?view=hosts", record), height: 800, dark: true },
  { name: "finding", url: new URL("?severity=Critical", record), click: ".securitycenter-name a", height: 1300 },
  { name: "trend", url: new URL("../", build), height: 700 },
  { name: "global-configuration", url: new URL("manage/configure", new URL("../../../", build)), show: SERVERS, height: 860 },
];

function wait(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

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

/** Scrolls to the servers and tests the connection of the first one. */
async function showServers(page, selector) {
  await page.waitForSelector(selector);
  await page.evaluate((chosen) => {
    const section = document.querySelector(chosen).closest(".jenkins-section");
    section.scrollIntoView();
    window.scrollBy(0, -70);
    Array.from(section.querySelectorAll("button"))
      .find((button) => button.innerText.includes("Test connection"))
      .click();
  }, selector);
  await wait(5000);
}

async function take(browser, picture) {
  const page = await browser.newPage();
  page.on("dialog", (dialog) => dialog.accept());
  if (process.env.JENKINS_AUTH) {
    const secret = Buffer.from(process.env.JENKINS_AUTH).toString("base64");
    await page.setExtraHTTPHeaders({ Authorization: `Basic ${secret}` });
  }
  await page.setViewport({ width: 1280, height: picture.height });
  await page.goto(picture.url.href, { waitUntil: "load", timeout: 120000 });
  if (picture.click) {
    await Promise.all([page.waitForNavigation({ timeout: 120000 }), page.click(picture.click)]);
  }
  if (picture.dark) {
    await darken(page);
  }
  if (picture.show) {
    await showServers(page, picture.show);
  }
  await wait(1000);
  const file = path.join(folder, `${picture.name}.png`);
  await page.screenshot({ path: file });
  console.log(file);
  await page.close();
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROME || "/usr/bin/chromium",
    args: ["--no-sandbox", "--hide-scrollbars"],
  });
  try {
    for (const picture of PICTURES) {
      await take(browser, picture);
    }
  } finally {
    await browser.close();
  }
})().catch((problem) => {
  console.error(problem);
  process.exit(1);
});
