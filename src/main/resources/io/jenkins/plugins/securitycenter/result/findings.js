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
