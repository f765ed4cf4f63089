# Needs Python 3.11 or newer, make and a POSIX shell; everything else is set up here, from requirements.lock.
# `make serve` and `make test` are the two commands; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
RUN := $(VENV)/bin/python
export PYTHONUTF8 := 1

.PHONY: help serve site check test format lock clean

serve: $(READY)  ## build, serve on http://127.0.0.1:8000/ and rebuild on change
	@$(RUN) -m tools serve

site: $(READY)  ## build the site into site/
	@$(RUN) -m tools build

check: $(READY)  ## print every problem of the records; ARTICLE=file compares the article as well
	@$(RUN) -m tools check $(if $(ARTICLE),--article $(ARTICLE))

test: $(READY)  ## run every test, in a real browser too (installs one if there is none)
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check --quiet .
	@$(RUN) -m tests.browser
	@$(RUN) -m pytest

format: $(READY)  ## format the code
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .

lock: $(READY)  ## renew requirements.lock from pyproject.toml
	@$(RUN) -m pip install --quiet uv
	@$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --group dev pyproject.toml -o requirements.lock

clean:  ## remove everything that was generated
	@rm -rf $(VENV) build site

help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=python3.x")'
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@
