// What is done on a page before its picture is taken. Nothing is saved.

function wait(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Scrolls until the element is below the header of the page. */
function scrollTo(page, selector, part) {
  return page.evaluate(
    (chosen, outer) => {
      const element = document.querySelector(chosen);
      (outer ? element.closest(outer) : element).scrollIntoView();
      window.scrollBy(0, -70);
    },
    selector,
    part,
  );
}

/** Shows the page again when the builds, which are read in the background, are known. */
async function reload(page) {
  await wait(3000);
  await page.reload({ waitUntil: "load", timeout: 120000 });
}

async function openFinding(page) {
  await Promise.all([page.waitForNavigation({ timeout: 120000 }), page.click(".securitycenter-name a")]);
}

async function openSettings(page) {
  await page.$$eval(".securitycenter-trend details", (all) => (all[all.length - 1].open = true));
}

/** Tests the connection of the first server. */
async function testConnection(page) {
  const field = '[name="_.maximumSuppressionDays"]';
  await page.waitForSelector(field);
  await scrollTo(page, field, ".jenkins-section");
  await page.$$eval("button", (all) => all.find((one) => one.innerText.includes("Test connection")).click());
  await wait(5000);
}

/** Types the beginning of the name of a scan, which is suggested. */
async function suggestScan(page) {
  const field = '[name="_.scan"]';
  await page.waitForSelector(field);
  await scrollTo(page, field, ".repeated-chunk");
  await page.waitForNetworkIdle();
  await page.click(field, { clickCount: 3 });
  await Promise.all([
    page.waitForResponse((response) => response.url().includes("autoComplete")),
    page.type(field, "We", { delay: 50 }),
  ]);
}

async function generateSnippet(page) {
  await page.waitForSelector("select.dropdownList");
  await page.waitForNetworkIdle();
  await page.evaluate(() => {
    const steps = document.querySelector("select.dropdownList");
    steps.selectedIndex = Array.from(steps.options).findIndex((one) => one.text.startsWith("securityCenterScan:"));
    steps.dispatchEvent(new Event("change"));
  });
  const field = await page.waitForSelector('[name="_.scan"]', { visible: true });
  await page.waitForNetworkIdle();
  await field.evaluate((input) => {
    input.value = "Weekly network scan";
    input.dispatchEvent(new Event("change"));
  });
  await scrollTo(page, "select.dropdownList");
  await page.$eval("#generatePipelineScript", (button) => button.click());
  await page.waitForFunction(() => document.querySelector("#prototypeText").value);
}

module.exports = { wait, reload, openFinding, openSettings, testConnection, suggestScan, generateSnippet };
