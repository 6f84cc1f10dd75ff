# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist worksteal
DECIDING := tests/domain tests/rules tests/services tests/solver

.PHONY: help demo test check bench pictures lock clean

help: ## say what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "Python cannot make virtual environments here. On Debian: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY) ## plan the example evening and print its sheets into demo/
	$(BIN)/speeddate demo -o demo

test: $(READY) ## run all tests; those of what decides run every branch of it
	$(PYTEST) $(DECIDING) --cov --cov-report=term-missing:skip-covered --cov-fail-under=100
	$(PYTEST) tests $(DECIDING:%=--ignore=%)

check: $(READY) ## run every linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY) ## measure speed, side by side
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.sheets
	$(BIN)/python -m benchmarks.reasons

pictures: $(READY) ## take the pictures of the pages again
	$(BIN)/python -m docs.pictures

lock: $(READY) ## write the hash-locked requirements again
	$(BIN)/pip-compile --quiet --no-header --generate-hashes --no-strip-extras --no-emit-index-url \
		--no-emit-trusted-host --output-file requirements/runtime.txt pyproject.toml
	$(BIN)/pip-compile --quiet --no-header --generate-hashes --no-strip-extras --no-emit-index-url \
		--no-emit-trusted-host --allow-unsafe --extra dev --constraint requirements/runtime.txt \
		--output-file requirements/dev.txt pyproject.toml

clean: ## remove what was made
	rm -rf $(VENV) demo plan .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
