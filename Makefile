# Each goal sets up what it needs and does nothing twice.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve site test lint unit browser elsewhere bench quality lock clean

serve: .venv/ready node_modules/ready  ## build the site from seeds/ and show it, rebuilt on change
	$(BIN)/mkdocs serve

site: .venv/ready node_modules/ready  ## build the site into site/
	$(BIN)/mkdocs build --strict

test: lint unit site browser  ## everything that must hold

lint: .venv/ready
	$(BIN)/ruff check py tests tools
	$(BIN)/ruff format --check py tests tools
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: .venv/ready node_modules/ready
	$(BIN)/pytest tests --ignore tests/browser --ignore tests/elsewhere --ignore tests/bench

browser: .venv/ready node_modules/ready site
	$(BIN)/pytest tests/browser

elsewhere: .venv/ready node_modules/ready  ## what a reader does in Firefox and WebKit; not part of test
	$(BIN)/pytest tests/elsewhere

bench: .venv/ready node_modules/ready  ## timed comparisons; minutes, and not part of test
	cd tests && PYTHONPATH=../py ../$(BIN)/python -m bench

quality: .venv/ready  ## score every stage and write docs/measured.md
	cd tests && PYTHONPATH=../py ../$(BIN)/python -m quality

lock: .venv/ready  ## pin anew: hashes, no addresses
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host \
	  --no-header --strip-extras --allow-unsafe --extra dev --output-file requirements.txt pyproject.toml

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

node_modules/ready: package.json package-lock.json
	npm ci --silent --no-audit --no-fund
	touch $@

clean:
	rm -rf site .site.partial .site.previous .cache .venv node_modules
