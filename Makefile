# Everything here works on a machine that has only Python 3.11 or newer and make.
# The first run of a target fetches the pinned packages into a folder of the project; later runs need no network.

PYTHON ?= python3
VENV ?= .venv
BENCH_VENV ?= .venv-bench
LOCK_VENV ?= .venv-lock
UV_VERSION := 0.13.9

BIN := $(VENV)/bin
PIP_INSTALL := -m pip --disable-pip-version-check --quiet install
INSTALL_PROJECT := $(PIP_INSTALL) --no-index --no-build-isolation --no-deps --editable .

# The fast tests by default; with HSBDOCS_ALL=1 also those that need LibreOffice and other programs.
ifeq ($(HSBDOCS_ALL),1)
WHICH_TESTS := all tests, the slow ones too
SELECT :=
else
WHICH_TESTS := the fast tests only; HSBDOCS_ALL=1 make test runs the slow ones too
SELECT := -m "not slow"
endif

.PHONY: help demo test search damage check content mutants bench lock clean

help:
	@echo "make demo    show on the synthetic examples what the program does"
	@echo "make test    all checks and the fast tests (HSBDOCS_ALL=1: the slow tests too)"
	@echo "make search  the property tests with many new examples; its seed is printed (SEED=…: the same again)"
	@echo "make damage  12,000 damaged files: is any value one that nobody wrote and nobody is told of? (docs/damage.md)"
	@echo "make check   the checks only: style, types, import rules"
	@echo "make content make what is made from content/ (catalogue, pages, schemas, a new version's release)"
	@echo "make mutants put small faults into reading and rules and count those that the tests see (docs/mutation.md)"
	@echo "make bench   side by side with other programs"
	@echo "make lock    pin the requirements anew from pyproject.toml (UPGRADE=1: newest versions)"
	@echo "make clean   remove what these targets made; build/ stays, it may hold your documents"

demo: $(VENV)/.run-installed
	@$(BIN)/hsbdocs demo

test: check
	@echo "== pytest: $(WHICH_TESTS)"
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 $(SELECT) $(PYTEST_ARGS)

# The seed is made once a run, so that what is printed is what is used.
SEED := $(or $(SEED),$(shell date +%s))

search: $(VENV)/.dev-installed
	@echo "== property tests, free search; the same again: make search SEED=$(SEED) (pytest --hypothesis-seed=$(SEED))"
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 -m "hypothesis and not slow" \
	  --hypothesis-profile=search --hypothesis-seed=$(SEED) $(PYTEST_ARGS)

damage: $(VENV)/.dev-installed
	@$(BIN)/python -m tests.damage $(DAMAGE_ARGS)

check: $(VENV)/.dev-installed
	@echo "== ruff check"
	@$(BIN)/ruff check .
	@echo "== ruff format --check"
	@$(BIN)/ruff format --check .
	@echo "== mypy"
	@$(BIN)/mypy
	@echo "== lint-imports"
	@$(BIN)/lint-imports --no-logo

content: $(VENV)/.run-installed
	@$(BIN)/python scripts/compile_content.py

mutants: $(VENV)/.dev-installed
	@$(BIN)/python -m tests.mutation $(MUTANTS_ARGS)

bench: $(BENCH_VENV)/.installed
	@$(BENCH_VENV)/bin/python -m benchmarks

lock: $(LOCK_VENV)/.installed
	$(LOCK) --group build --output-file requirements/run.txt
	$(LOCK) --group build --group dev --constraints requirements/run.txt --output-file requirements/dev.txt
	$(LOCK) --group build --group bench --constraints requirements/run.txt --output-file requirements/bench.txt

LOCK = $(LOCK_VENV)/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-config --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

clean:
	rm -rf $(VENV) $(BENCH_VENV) $(LOCK_VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# ---- Setting up. The empty files say what is installed; they are older than their sources when those change. ----

$(VENV)/.run-installed: requirements/run.txt pyproject.toml | $(VENV)/.made
	@echo "Installing what the program needs into $(VENV)"
	@$(BIN)/python $(PIP_INSTALL) --require-hashes --requirement requirements/run.txt
	@$(BIN)/python $(INSTALL_PROJECT)
	@touch $@

$(VENV)/.dev-installed: requirements/dev.txt $(VENV)/.run-installed
	@echo "Installing what the checks and tests need into $(VENV)"
	@$(BIN)/python $(PIP_INSTALL) --require-hashes --requirement requirements/dev.txt
	@touch $@

$(BENCH_VENV)/.installed: requirements/bench.txt pyproject.toml | $(BENCH_VENV)/.made
	@echo "Installing the programs to compare with into $(BENCH_VENV)"
	@$(BENCH_VENV)/bin/python $(PIP_INSTALL) --require-hashes --requirement requirements/bench.txt
	@$(BENCH_VENV)/bin/python $(INSTALL_PROJECT)
	@touch $@

$(LOCK_VENV)/.installed: Makefile | $(LOCK_VENV)/.made
	@$(LOCK_VENV)/bin/python $(PIP_INSTALL) uv==$(UV_VERSION)
	@touch $@

%/.made:
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
	  echo "There is no program $(PYTHON). Please install Python 3.11 or newer," \
	    "or say where it is: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$(PYTHON) is $$("$(PYTHON)" --version 2>&1). hsbdocs needs Python 3.11 or newer." \
	    "Say which one to use: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) has no venv module. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@"$(PYTHON)" -m venv --clear "$*"
	@touch $@
