// On pages that ask Python, named in the head and run as soon as it is there: the instant index and
// Python start, and what links need is fetched, while the theme and the rest of the page still load.

import { startInstant } from "./instant.mjs";
import { start } from "./python.mjs";
import { siteInfo } from "./site.mjs";

startInstant();
siteInfo().catch(() => {}); // whoever needs it asks again, and says what went wrong
start();
