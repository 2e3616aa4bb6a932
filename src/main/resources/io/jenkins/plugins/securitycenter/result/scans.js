// Updates the running scans of a build. Without this script the page shows them as they were when it was loaded.
(function () {
  const PAUSE = 5000;

  // Replaces the content only if it changed, and keeps the focus on a link.
  function replace(panel, fresh) {
    const present = panel.firstElementChild;
    if (present && present.isEqualNode(fresh)) {
      return;
    }
    const focused = Array.from(panel.querySelectorAll("a")).indexOf(document.activeElement);
    panel.replaceChildren(fresh);
    const link = focused < 0 ? null : panel.querySelectorAll("a")[focused];
    if (link) {
      link.focus();
    }
  }

  // Removes the lines of records that the page already shows.
  function removePresent(fresh) {
    fresh.querySelectorAll("[data-record]").forEach(function (line) {
      const address = CSS.escape(line.dataset.record + "/");
      if (document.querySelector(".securitycenter-origin a[href=" + address + "]")) {
        line.remove();
      }
    });
  }

  function show(panel, text) {
    const fresh = new DOMParser().parseFromString(text, "text/html").querySelector(".securitycenter-progress");
    if (!fresh) {
      return;
    }
    removePresent(fresh);
    replace(panel, document.importNode(fresh, true));
    const row = panel.closest("tr") || panel.parentElement;
    row.hidden = fresh.childElementCount === 0;
    if (fresh.dataset.building === "true") {
      schedule(panel);
    }
  }

  function update(panel) {
    if (document.hidden) {
      schedule(panel);
      return;
    }
    fetch(panel.dataset.url, { cache: "no-store" })
      .then(function (response) {
        if (response.status >= 500) {
          throw new Error("Jenkins is busy or restarts");
        }
        return response.ok ? response.text() : "";
      })
      .then(function (text) {
        show(panel, text);
      })
      .catch(function () {
        schedule(panel);
      });
  }

  function schedule(panel) {
    setTimeout(function () {
      update(panel);
    }, PAUSE);
  }

  function start() {
    document.querySelectorAll(".securitycenter-scans").forEach(schedule);
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
