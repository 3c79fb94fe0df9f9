// Runs one Python file in the Pyodide that the site will serve, so that what it compiles carries
// the magic number of that very Python.
//
//   node run.mjs PYODIDE_FOLDER SCRIPT.py WORK_FOLDER [STDLIB.zip]
//
// The script may import the modules beside it. It sees the work folder as /work. Its failure is the
// failure of this process, with the Python traceback on standard error.

import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodideFolder, script, workFolder, stdlib] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(resolve(pyodideFolder, "pyodide.mjs")).href);

/** @type {Record<string, unknown>} */
const options = { indexURL: `${resolve(pyodideFolder)}/` };
if (stdlib) options.stdLibURL = resolve(stdlib);
try {
  const python = await loadPyodide(options);
  python.mountNodeFS("/work", resolve(workFolder));
  python.mountNodeFS("/scripts", dirname(resolve(script)));
  python.pyimport("sys").path.append("/scripts");
  python.runPython(readFileSync(script, "utf8"), { filename: script });
} catch (error) {
  // Its message alone: with a stack Node would show the million letters of Pyodide's only line.
  console.error(error.message);
  process.exitCode = 1;
}
