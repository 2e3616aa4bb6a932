// The views that the pictures show; they are created for the pictures, unless they exist, and removed afterwards.

function view(name, xml) {
  return { name, xml, page: (root) => new URL(`view/${encodeURIComponent(name)}/`, root) };
}

const list = view(
  "scans",
  `<hudson.model.ListView>
    <name>scans</name>
    <columns>
      <hudson.views.StatusColumn/>
      <hudson.views.WeatherColumn/>
      <hudson.views.JobColumn/>
      <hudson.views.LastSuccessColumn/>
      <io.jenkins.plugins.securitycenter.list.FindingsColumn><id></id></io.jenkins.plugins.securitycenter.list.FindingsColumn>
      <hudson.views.BuildButtonColumn/>
    </columns>
    <includeRegex>.*</includeRegex>
  </hudson.model.ListView>`,
);

const dashboard = view(
  "risk",
  `<hudson.plugins.view.dashboard.Dashboard>
    <name>risk</name>
    <columns/>
    <includeRegex>.*</includeRegex>
    <includeStdJobList>false</includeStdJobList>
    <topPortlets>
      <io.jenkins.plugins.securitycenter.integration.JobsByRiskPortlet>
        <id>risk</id>
        <name>SecurityCenter jobs by risk</name>
      </io.jenkins.plugins.securitycenter.integration.JobsByRiskPortlet>
    </topPortlets>
  </hudson.plugins.view.dashboard.Dashboard>`,
);

/** Sends a POST request from a page of Jenkins; returns the status. */
function post(page, target, body) {
  return page.evaluate(
    async (path, xml) => {
      const { rooturl, crumbHeader, crumbValue } = document.head.dataset;
      const headers = { "Content-Type": "application/xml" };
      if (crumbHeader) {
        headers[crumbHeader] = crumbValue;
      }
      return (await fetch(`${rooturl}/${path}`, { method: "POST", headers, body: xml })).status;
    },
    target,
    body,
  );
}

/** Returns the views that did not exist before. */
async function create(page) {
  const created = [];
  for (const one of [list, dashboard]) {
    if ((await post(page, `createView?name=${one.name}`, one.xml)) === 200) {
      created.push(one);
    }
  }
  return created;
}

async function remove(page, created) {
  for (const one of created) {
    await post(page, `view/${one.name}/doDelete`, "");
  }
}

module.exports = { list, dashboard, create, remove };
