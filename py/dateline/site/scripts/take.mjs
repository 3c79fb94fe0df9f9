// Taking the selection away: its link, and what it holds as a file that Python writes.

import { find, make } from "./dom.mjs";
import { ask } from "./python.mjs";
import { asked } from "./query.mjs";
import { ROOT, siteInfo } from "./site.mjs";

/** @typedef {import("./query.mjs").Query} Query */

/** Form, label, ending and type of each file. */
const FILES = [
  ["csv", "CSV", "csv", "text/csv"],
  ["json", "JSON", "json", "application/json"],
  ["icalendar", "Calendar", "ics", "text/calendar"],
  ["timelinejs", "TimelineJS", "timeline.json", "application/json"],
];
const SHOWN_FOR = 2_000;

/**
 * Copies text, and says so on the button for a moment.
 * @param {HTMLElement} button
 * @param {string} text
 */
export async function copy(button, text) {
  const label = (button.dataset.label ??= button.textContent ?? "");
  let said = "Copied";
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    said = "The browser refuses to copy";
  }
  button.textContent = said;
  setTimeout(() => (button.textContent = label), SHOWN_FOR);
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
function save(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), SHOWN_FOR);
}

/**
 * @param {"search" | "timeline"} of
 * @param {() => Query} query what is selected when a button is pressed
 * @returns {(shown: boolean) => void} whether there is anything to take away
 */
export function mountTake(of, query) {
  const place = /** @type {HTMLElement} */ (find("dateline-take", HTMLElement));
  const link = make("button", { type: "button", class: "dl-link" }, "Copy link");
  link.addEventListener("click", () => copy(link, location.href));
  const failed = make("span", { role: "alert" });

  const files = FILES.map(([form, label, ending, type]) => {
    const button = make("button", { type: "button", class: "dl-link", "data-form": form }, label);
    button.addEventListener("click", async () => {
      const { directory_urls: directories } = await siteInfo();
      const request = { do: "export", of, form, base: ROOT.href, flat: !directories };
      const answer = await ask({ ...asked(query()), ...request });
      failed.textContent = answer.ok ? "" : answer.error;
      if (answer.ok) save(`${of}.${ending}`, answer.text, type);
    });
    return button;
  });
  place.replaceChildren(link, make("span", { class: "dl-faint" }, "Save as"), ...files, failed);
  return (shown) => {
    place.hidden = !shown;
  };
}
