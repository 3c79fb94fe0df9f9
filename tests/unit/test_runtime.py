from __future__ import annotations

import base64
import hashlib
import io
import json
import marshal
import re
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

from dateline.browser.frozen import MEMBER
from dateline.site import runtime, runtime_pin, runtime_python, runtime_scripts, runtime_vendor
from dateline.site.runtime_vendor import BrokenRuntime, Package

ROOT = Path(__file__).resolve().parents[2]
NODE_MODULES = ROOT / "node_modules"


@pytest.fixture(scope="module")
def assembled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes | Path]:
    return runtime.assemble(NODE_MODULES, ROOT / ".cache/dateline")


def test_everything_the_page_runs_is_there_and_nothing_else_of_the_packages(
    assembled: dict[str, bytes | Path],
) -> None:
    paths = set(assembled)
    below = "assets/dateline/"
    assert {f"{below}pyodide/pyodide.asm.wasm", f"{below}js/instant_worker.js"} <= paths
    assert {f"{below}python/{name}" for name in ("stdlib.zip", "bundle.zip", "worker.py")} <= paths
    assert {f"{below}js/dateline.mjs", f"{below}css/dateline.css"} <= paths
    assert not [path for path in paths if path.endswith((".map", ".d.ts", "python_stdlib.zip"))]
    assert list(assembled) == sorted(assembled)


def test_the_library_holds_compiled_modules_only_and_is_smaller(
    assembled: dict[str, bytes | Path],
) -> None:
    library = Path(str(assembled["assets/dateline/python/stdlib.zip"]))
    with zipfile.ZipFile(library) as cut:
        names = cut.namelist()
        table = marshal.loads(cut.read(MEMBER))
        assert set(names) - {MEMBER} == {name for name in names if name.endswith(".pyc")}
        assert {"sqlite3", "asyncio.events"} <= set(table)
        assert not {"ssl", "compression.zstd"} & set(table)
        assert {info.date_time for info in cut.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert library.stat().st_size < (NODE_MODULES / "pyodide/python_stdlib.zip").stat().st_size


def test_the_bundle_holds_what_the_worker_imports_and_no_more(
    assembled: dict[str, bytes | Path],
) -> None:
    with zipfile.ZipFile(Path(str(assembled["assets/dateline/python/bundle.zip"]))) as bundle:
        table = marshal.loads(bundle.read(MEMBER))
    assert "dateline.browser.app" in table
    assert not [name for name in table if name.startswith(("dateline.site", "dateline.cli"))]


def test_two_builds_give_the_same_bytes(assembled: dict[str, bytes | Path], tmp_path: Path) -> None:
    again = runtime_python.compiled(NODE_MODULES, tmp_path)
    again.update(runtime_scripts.bundled(NODE_MODULES, tmp_path))
    for name, path in again.items():
        first = Path(str(assembled[runtime.PREFIX + name]))
        assert path.read_bytes() == first.read_bytes()


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    modules = tmp_path / "node_modules"
    for package in runtime_vendor.PACKAGES:
        shutil.copytree(NODE_MODULES / package.name, modules / package.name, symlinks=True)
    shutil.copy(NODE_MODULES / ".package-lock.json", modules)
    assert runtime_vendor.vendored(modules)
    with (modules / "lunr/lunr.js").open("a") as script:
        script.write(";alert(1)")
    with pytest.raises(BrokenRuntime, match=r"lunr\.js: was changed.*npm ci"):
        runtime_vendor.vendored(modules)


def test_another_version_is_refused_by_name(tmp_path: Path) -> None:
    modules = tmp_path / "node_modules"
    modules.mkdir()
    lock = json.loads((NODE_MODULES / ".package-lock.json").read_text("utf-8"))
    lock["packages"]["node_modules/pyodide"]["version"] = "1.2.3"
    (modules / ".package-lock.json").write_text(json.dumps(lock), "utf-8")
    for package in ("@pyscript/core", "lunr"):
        shutil.copytree(NODE_MODULES / package, modules / package)
    with pytest.raises(BrokenRuntime, match=r"pyodide 1\.2\.3 is not the"):
        runtime_vendor.vendored(modules)


def test_missing_packages_say_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(BrokenRuntime, match="npm ci"):
        runtime_vendor.vendored(tmp_path / "node_modules")


def test_the_manifest_pins_what_the_lock_locks() -> None:
    pins = json.loads(runtime_vendor.MANIFEST.read_text("utf-8"))["packages"]
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for name, pin in pins.items():
        assert pin["integrity"] == lock[f"node_modules/{name}"]["integrity"]
    assert "http" not in (ROOT / "package-lock.json").read_text("utf-8")


def tarball(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def test_a_pin_comes_from_a_tarball_with_the_integrity_of_the_lock() -> None:
    data = tarball({"package/dist/core.js": b"1", "package/dist/other.js": b"2"})
    integrity = "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()
    package = Package("thing", "dist", "thing", ("core.js",))
    entry = {"version": "1.0.0", "integrity": integrity}
    pinned = runtime_pin.pin(package, entry, data)
    assert pinned["files"] == {"core.js": hashlib.sha256(b"1").hexdigest()}
    with pytest.raises(BrokenRuntime, match="hash is not the lock's"):
        runtime_pin.pin(package, entry, data + b"x")


def test_a_failure_inside_pyodide_is_told(
    assembled: dict[str, bytes | Path], tmp_path: Path
) -> None:
    library = Path(str(assembled["assets/dateline/python/stdlib.zip"]))
    script = tmp_path / "broken.py"
    script.write_text("raise ValueError('no such luck')", "utf-8")
    with pytest.raises(BrokenRuntime, match="no such luck"):
        runtime_python.run_in_pyodide(NODE_MODULES, script, tmp_path, library)


def test_tracebacks_tasks_and_groups_work_with_what_stands_in(
    assembled: dict[str, bytes | Path], tmp_path: Path
) -> None:
    library = Path(str(assembled["assets/dateline/python/stdlib.zip"]))
    script = tmp_path / "works.py"
    script.write_text(
        """
import asyncio, pathlib, traceback

def broken():
    return {}["lost"] + (
        1)

try:
    try:
        broken()
    except KeyError:
        raise ExceptionGroup("two", [OSError(1), ValueError("second")])
except ExceptionGroup:
    told = traceback.format_exc()

async def later(value):
    await asyncio.sleep(0)
    return value

done = asyncio.ensure_future(asyncio.gather(later(1), later(2)))
pathlib.Path("/work/told.txt").write_text(told + type(done).__name__)
""",
        "utf-8",
    )
    runtime_python.run_in_pyodide(NODE_MODULES, script, tmp_path, library)
    told = (tmp_path / "told.txt").read_text("utf-8")
    assert "KeyError: 'lost'\n" in told
    assert "    | ValueError: second\n" in told
    assert told.endswith("Future")


@pytest.mark.parametrize(
    "path", sorted(p for p in runtime_scripts.SCRIPTS.iterdir() if p.suffix in (".js", ".mjs"))
)
def test_every_script_parses(path: Path) -> None:
    subprocess.run(["node", "--check", str(path)], check=True, capture_output=True)


def test_the_page_asks_for_one_script_with_nothing_to_import_but_what_runs_later(
    assembled: dict[str, bytes | Path],
) -> None:
    script = Path(str(assembled["assets/dateline/js/dateline.mjs"])).read_text("utf-8")
    assert not re.search(r"""\bimport\s*["'{*\w]""", script)
    worker = Path(str(assembled["assets/dateline/js/instant_worker.js"])).read_text("utf-8")
    assert "Oliver Nightingale" in worker, "lunr's licence asks for its notice"


def test_a_source_that_esbuild_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.mjs"
    broken.write_text("import { nothing } from './nowhere.mjs'", "utf-8")
    monkeypatch.setattr(runtime_scripts, "ENTRIES", {"js/broken.mjs": broken})
    with pytest.raises(BrokenRuntime, match=r"broken\.mjs: esbuild: .*nowhere"):
        runtime_scripts.bundled(NODE_MODULES, tmp_path / "cache")
