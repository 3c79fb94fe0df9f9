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

/** @type {Record<string, string>} Months above 12 are parts of a year. */
const PARTS = {
  21: "spring",
  22: "summer",
  23: "autumn",
  24: "winter",
  33: "first quarter of",
  34: "second quarter of",
  35: "third quarter of",
  36: "fourth quarter of",
  40: "first half of",
  41: "second half of",
};
/** A set longer than this is told by its ends. */
const MOST_MEMBERS = 6;

/**
 * @param {string | null | undefined} edtf
 * @returns {string} in words; the notation itself where no words are known for it
 */
export function label(edtf) {
  if (!edtf) return "date unknown";
  if (edtf[0] === "[" || edtf[0] === "{") return choice(edtf);
  const slash = edtf.indexOf("/");
  return slash < 0 ? single(edtf) : interval(edtf.slice(0, slash), edtf.slice(slash + 1));
}

/** @param {string} edtf */
function choice(edtf) {
  const last = edtf[0] === "[" ? "or" : "and";
  const days = edtf.replace(/^[[{]+|[\]}]+$/g, "").split(",");
  if (days.length > MOST_MEMBERS) {
    return `one of ${days.length} days from ${single(days[0])} to ${single(days[days.length - 1])}`;
  }
  if (days.every((day) => day.length === 10 && day.slice(0, 7) === days[0].slice(0, 7))) {
    return `${listed(days.map(dayOfMonth), last)} ${single(days[0].slice(0, 7))}`;
  }
  return listed(
    days.map((day) => (day.includes("..") ? day : single(day))),
    last,
  );
}

/**
 * @param {string[]} words
 * @param {string} last word before the last one
 */
const listed = (words, last) =>
  words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;

/** @param {string} day */
const dayOfMonth = (day) => String(Number(day.slice(8)));

/**
 * @param {string} start
 * @param {string} end
 */
function interval(start, end) {
  if (start === "" || start === "..") return `by ${single(end)}`;
  if (end === "" || end === "..") return `from ${single(start)} on`;
  const areLike = start.length === end.length;
  if (areLike && start.length === 10 && start.slice(0, 7) === end.slice(0, 7)) {
    return `${dayOfMonth(start)}–${single(end)}`;
  }
  const year = start.slice(0, 4);
  if (areLike && start.length > 4 && year === end.slice(0, 4)) {
    return `${single(start).replace(new RegExp(`${year}$`), "").trim()} – ${single(end)}`;
  }
  return `${single(start)} – ${single(end)}`;
}

/** @param {string} edtf */
function single(edtf) {
  const bare = edtf.replace(/[?~%]+$/, "");
  const about = bare === edtf ? "" : "about ";
  const round = /^(\d{3})X$/.exec(bare) ?? /^(\d{2})XX$/.exec(bare);
  if (round) return `${about}the ${round[1]}${"0".repeat(4 - round[1].length)}s`;
  const match = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([\d:]+).*)?)?)?$/.exec(bare);
  return match ? about + calendar(match) : edtf;
}

/** @param {RegExpExecArray} match year, month, day, time */
function calendar([whole, year, month, day, time]) {
  const number = Number(month ?? 0);
  if (!number) return year;
  if (number in PARTS) return `${PARTS[number]} ${year}`;
  if (number > 12) return whole;
  if (!day) return `${MONTHS[number - 1]} ${year}`;
  return `${Number(day)} ${MONTHS[number - 1]} ${year}${time ? `, ${time.slice(0, 5)}` : ""}`;
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
