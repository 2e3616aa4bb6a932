// Jenkins puts its crumb into every form, and an empty field is a parameter too: neither belongs into an address.
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
