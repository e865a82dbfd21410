// What axe-core finds in a page, and what its own script does to it: node axe.js FILE ["words to search for"]
// Contrast needs a real screen: a test measures it by the formula of WCAG.
const fs = require("fs");
const { JSDOM } = require("jsdom");

async function main([file, words]) {
  const dom = new JSDOM(fs.readFileSync(file, "utf8"), { runScripts: "dangerously", pretendToBeVisual: true });
  const { window } = dom;
  window.eval(fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const found = await window.axe.run(window.document, { rules: { "color-contrast": { enabled: false } } });
  const find = window.document.getElementById("find");
  if (!find) {
    console.log(JSON.stringify({
      violations: found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" ")}`),
      passes: found.passes.length,
    }));
    window.close();
    return;
  }
  find.value = words || "";
  find.dispatchEvent(new window.Event("input"));
  const rows = [...window.document.querySelectorAll("tbody tr")];
  const button = [...window.document.querySelectorAll("th button")].find((each) => each.textContent === "Received");
  button.click();
  button.click();
  console.log(
    JSON.stringify({
      violations: found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" ")}`),
      passes: found.passes.length,
      shown: rows.filter((row) => !row.hidden).length,
      rows: rows.length,
      said: window.document.getElementById("shown").textContent,
      sorted: button.parentNode.getAttribute("aria-sort"),
    }),
  );
  window.close();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
