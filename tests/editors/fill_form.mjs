// Fills in a form with SuperDoc, by the tags of its controls: node fill_form.mjs IN OUT VALUES.json
// Needs @harbour-enterprises/superdoc 1.8.3 and jsdom beside it, which package.json does not ask for: they are large, and
// only tests/libreoffice/make_released.py runs this.
import { readFileSync, writeFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const NAMES =
  "DOMParser XMLSerializer Node Element HTMLElement MutationObserver getComputedStyle CustomEvent Event KeyboardEvent " +
  "MouseEvent Range DocumentFragment Text File FileReader SVGElement HTMLImageElement HTMLCanvasElement DOMRect customElements";
const { window } = new JSDOM("<!doctype html><body><div id=e></div></body>", { pretendToBeVisual: true, url: "http://localhost/" });
const put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
for (const name of NAMES.split(" ")) if (window[name] !== undefined && globalThis[name] === undefined) put(name, window[name]);
put("window", window);
put("document", window.document);
put("navigator", window.navigator);
put("requestAnimationFrame", (act) => setTimeout(act, 0));
put("cancelAnimationFrame", clearTimeout);
window.ResizeObserver = globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.matchMedia = globalThis.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} });

const { Editor, getStarterExtensions } = await import("@harbour-enterprises/superdoc/super-editor");
const [from, to, values] = process.argv.slice(2);
const [content, media, mediaFiles, fonts] = await Editor.loadXmlData(readFileSync(from), true);
const element = document.getElementById("e");
const user = { name: "x", email: "" };
const extensions = getStarterExtensions();
const settings = { isHeadless: true, mode: "docx", documentId: "x", content, media, mediaFiles, fonts, extensions, element, user };
const editor = new Editor(settings);

const ids = {};
editor.state.doc.descendants((node) => {
  if (node.type.name.startsWith("structuredContent")) ids[node.attrs.tag] ??= node.attrs.id;
});
for (const [tag, text] of Object.entries(JSON.parse(readFileSync(values, "utf8")))) {
  const shown = text === "x" ? "\u2612" : text;
  if (ids[tag] === undefined || !editor.commands.updateStructuredContentById(ids[tag], { text: shown })) {
    console.error(`not filled in: ${tag}`);
    process.exit(1);
  }
}
const out = await editor.exportDocx({ isFinalDoc: false });
writeFileSync(to, Buffer.from(out.arrayBuffer ? await out.arrayBuffer() : out));
process.exit(0);
