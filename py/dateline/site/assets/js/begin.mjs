// On pages that ask Python, named in the head and run as soon as it is there: Python starts while
// the theme and the rest of the page still load.

import { start } from "./python.mjs";

start();
