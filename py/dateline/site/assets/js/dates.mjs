// Dates as people write them. Python writes the static pages' dates; these are the same words.

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * @param {string | null | undefined} edtf
 * @returns {string} in words; the notation itself where no words are known for it
 */
export function label(edtf) {
  if (!edtf) return "date unknown";
  if (edtf[0] === "[" || edtf[0] === "{") return choice(edtf);
  const [start, end] = edtf.split("/");
  if (end === undefined) return single(edtf);
  if (start === "" || start === "..") return `by ${single(end)}`;
  if (end === "" || end === "..") return `from ${single(start)} on`;
  return `${single(start)} – ${single(end)}`;
}

/** @param {string} edtf */
function choice(edtf) {
  const days = edtf.slice(1, -1).split(",");
  if (days.length > 6) {
    return `one of ${days.length} days from ${single(days[0])} to ${single(days[days.length - 1])}`;
  }
  const words = days.map((day) => single(day.trim()));
  if (words.length === 1) return words[0];
  const last = edtf[0] === "[" ? "or" : "and";
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}

/** @param {string} edtf */
function single(edtf) {
  const bare = edtf.replace(/[?~%]+$/, "");
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(bare);
  if (!match) return edtf;
  const [, year, month, day] = match;
  const about = bare === edtf ? "" : "about ";
  const parts = [day && String(Number(day)), month && MONTHS[Number(month) - 1], year];
  return about + parts.filter(Boolean).join(" ");
}

const DAY = 86_400_000;

/**
 * @param {string} iso YYYY-MM-DD
 * @returns {number} days since 1970-01-01
 */
export const dayNumber = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);

/**
 * @param {number} day days since 1970-01-01
 * @returns {string} YYYY-MM-DD
 */
export const isoDay = (day) => new Date(Math.round(day) * DAY).toISOString().slice(0, 10);

/**
 * First and last day that a filled-in date means.
 * @param {string} text YYYY, YYYY-MM or YYYY-MM-DD
 * @returns {[string, string] | null}
 */
export function bounds(text) {
  if (/^\d{4}$/.test(text)) return [`${text}-01-01`, `${text}-12-31`];
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) {
    const [year, month] = text.split("-").map(Number);
    return [`${text}-01`, new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)];
  }
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  return isDay ? [text, text] : null;
}
