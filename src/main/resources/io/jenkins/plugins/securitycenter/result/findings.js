// Jenkins adds its crumb to every form, and empty fields are submitted too; neither belongs in a URL.
document.addEventListener("formdata", function (event) {
  if (event.target.classList.contains("securitycenter-filter")) {
    const data = event.formData;
    Array.from(data.keys()).forEach(function (name) {
      if (data.get(name) === "" || name === window.crumb.fieldName) {
        data.delete(name);
      }
    });
  }
});

// A menu closes when another part of the page is used, or on Escape.
function closeSecurityCenterMenus(except) {
  document.querySelectorAll(".securitycenter-menu[open]").forEach(function (menu) {
    if (!menu.contains(except)) {
      menu.open = false;
    }
  });
}

document.addEventListener("click", function (event) {
  closeSecurityCenterMenus(event.target);
});
document.addEventListener("keydown", function (event) {
  const menu = event.key === "Escape" && event.target.closest(".securitycenter-menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
