# Needs Python 3.11 or newer, make and a POSIX shell; everything else is set up here, from requirements.lock (what the program
# needs) and requirements-dev.lock (what its tests need besides, browsers' helpers and citation programs among it).
# `make serve` and `make test` are the two commands; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
TESTED := $(VENV)/.ready-for-tests
RUN := $(VENV)/bin/python
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate
export PYTHONUTF8 := 1

.PHONY: help serve site check test format lock audit clean

serve: $(READY)  ## build, serve on http://127.0.0.1:8000/ and rebuild on change
	@$(RUN) -m tools serve

site: $(READY)  ## build the site into site/
	@$(RUN) -m tools build

check: $(READY)  ## print every problem of the records; ARTICLE=file compares the article as well
	@$(RUN) -m tools check $(if $(ARTICLE),--article $(ARTICLE))

test: $(TESTED)  ## run every test, in a real browser too (installs one if there is none)
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check --quiet .
	@$(RUN) -m tests.browser
	@$(RUN) -m tests.citation_reader
	@$(RUN) -m pytest

format: $(TESTED)  ## format the code
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .

lock: $(READY)  ## renew both lock files from pyproject.toml
	@$(RUN) -m pip install --quiet uv
	@$(COMPILE) --group dev pyproject.toml -o requirements-dev.lock
	@$(COMPILE) -c requirements-dev.lock pyproject.toml -o requirements.lock

audit: $(TESTED)  ## look for known faults in the locked packages (needs the network)
	@$(RUN) -m pip_audit --disable-pip --require-hashes -r requirements.lock
	@$(RUN) -m pip_audit --disable-pip --require-hashes -r requirements-dev.lock

clean:  ## remove everything that was generated
	@rm -rf $(VENV) build site

help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=python3.x")'
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(INSTALL) -r requirements.lock
	@touch $@

$(TESTED): $(READY) requirements-dev.lock
	@echo "Setting up what the tests need …"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@
