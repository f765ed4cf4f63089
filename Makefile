# Needs Python 3.11 or newer, make and a POSIX shell; everything else is set up here, from requirements.lock (what the program
# needs) and the three locks of the tests, each of which adds to the one before.
# `make serve` and `make test` are the two commands; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
QUICK := $(VENV)/.ready-for-quick
TESTED := $(VENV)/.ready-for-test
PROVED := $(VENV)/.ready-for-proof
RUN := $(VENV)/bin/python
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate
PYTEST := $(RUN) -m pytest -n auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder
export PYTHONUTF8 := 1

.PHONY: help serve site check quick test proof style format lock audit clean

serve: $(READY)  ## build, serve on http://127.0.0.1:8000/ and rebuild on change
	@$(RUN) -m tools serve

site: $(READY)  ## build the site into site/
	@$(RUN) -m tools build

check: $(READY)  ## print every problem of the records; ARTICLE=file compares the article as well
	@$(RUN) -m tools check $(if $(ARTICLE),--article $(ARTICLE))

quick: $(QUICK) style  ## run the tests that need no browser, no builder and no real record: half a minute, for every few minutes
	@$(PYTEST) --ignore tests/in_browser -m "not (browser or build or real or long or proof)"

test: $(TESTED) style  ## run every test but those of `make proof`, in a real browser too (installs one if there is none)
	@$(RUN) -m tests.browser
	@$(PYTEST) -m "not proof"

# What else proves something at length and is a program of its own is called here, after the tests.
proof: $(PROVED)  ## run what takes long: citation programs, every width, both builders, broken files, the rule with slips in it
	@$(RUN) -m tests.browser
	@$(RUN) -m tests.citation_reader
	@$(PYTEST) -m proof
	@$(RUN) -m tests.mutation

style: $(QUICK)
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check --quiet .
	@$(RUN) -m mypy

format: $(QUICK)  ## format the code
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .

lock: $(READY)  ## renew the lock files from pyproject.toml
	@$(RUN) -m pip install --quiet uv
	@$(COMPILE) pyproject.toml -o requirements.lock
	@$(COMPILE) --group quick -c requirements.lock -o requirements-quick.lock
	@$(COMPILE) --group test -c requirements.lock -c requirements-quick.lock -o requirements-test.lock
	@$(COMPILE) --group proof -c requirements.lock -c requirements-quick.lock -c requirements-test.lock -o requirements-proof.lock

audit: $(TESTED)  ## look for known faults in the locked packages (needs the network)
	@for lock in requirements*.lock; do $(RUN) -m pip_audit --disable-pip --require-hashes -r $$lock || exit 1; done

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

$(QUICK): $(READY) requirements-quick.lock
$(TESTED): $(QUICK) requirements-test.lock
$(PROVED): $(TESTED) requirements-proof.lock

$(QUICK) $(TESTED) $(PROVED):
	@echo "Setting up what make $(subst $(VENV)/.ready-for-,,$@) needs …"
	@$(INSTALL) -r requirements-$(subst $(VENV)/.ready-for-,,$@).lock
	@touch $@
