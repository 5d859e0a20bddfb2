# make setup | web | demo | test | check | bench | growth | battery | judge | lock. Python 3.11 or newer; PYTHON=... names another interpreter.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.set-up
PAGES  ?= examples/pages
# Hand-coded reports to learn from (NAME.txt and NAME.json), and the scorer that compares codings.
GOLD   ?= ../shared/gold/train
SCORER ?= ../shared/score/score.py
FOLDS  := build/party-folds.json
RETOLD := build/retelling-folds.json
# Reports in JSON Lines (id, title, text, date) for the batteries.
REPORTS ?= ../shared/bench/fakes/dev.jsonl

.PHONY: setup web demo test check bench growth battery judge lock clean

setup: $(STAMP)
	@$(BIN)/python tools/build_web.py || echo "set up without the web" >&2

# The web, built into the package; does nothing where no source of it is newer.
web: $(STAMP)
	@$(BIN)/python tools/build_web.py

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Dateline needs Python 3.11 or newer, and '$(PYTHON)' is not: try 'make setup PYTHON=python3.11'" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make virtual environments: install its venv package (on Debian: python3-venv)" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/dateline gazetteer build
	@touch $(STAMP)

demo: setup
	@mkdir -p out
	@$(BIN)/dateline code examples/pages --out out/demo.jsonl
	@$(BIN)/dateline code examples/pages --format table
	@echo "The same as JSON Lines, with the exact words and their places: out/demo.jsonl"
	@echo "Try next:  $(BIN)/dateline show examples/pages/syria-denied-raid.txt"
	@echo "           $(BIN)/dateline code YOUR_PAGE.html"
	@echo "           $(BIN)/dateline add examples/pages && $(BIN)/dateline incidents && $(BIN)/dateline serve"

test: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_architecture.py
	$(BIN)/python tools/build_web.py --check

bench: $(STAMP)
	$(BIN)/python tools/bench_speed.py $(PAGES)

# What adding the n-th page takes, up to the ten thousandth: asked to be flat.
growth: $(STAMP)
	$(BIN)/python tools/bench_adding.py

# What must hold under duress: each battery ends with a failure where it does not.
battery: $(STAMP)
	$(BIN)/python tools/with_postgres.py $(BIN)/python tools/kill_battery.py
	@test -f $(REPORTS) || { echo "no reports at $(REPORTS): orders and partitions are NOT tried; name some with REPORTS=FILE" >&2; exit 1; }
	$(BIN)/python tools/with_postgres.py $(BIN)/python tools/order_battery.py $(REPORTS)
	$(BIN)/python tools/partition_battery.py $(REPORTS)
	DATELINE_EVERY_PAYLOAD=1 $(BIN)/python -m pytest -n 0 tests/web/test_web_payloads_in_views.py

# Trains the judges of parties and of claims and measures confidence anew; to be run after changes to the codebook or the extractor.
judge: $(STAMP)
	$(BIN)/python tools/train_party_judge.py $(GOLD) --scorer $(SCORER) --folds $(FOLDS)
	$(BIN)/python tools/train_retelling.py $(GOLD) --scorer $(SCORER) --parties $(FOLDS) --folds $(RETOLD)
	$(BIN)/python tools/train_judge.py $(GOLD) --scorer $(SCORER) --parties $(FOLDS) --retellings $(RETOLD)
	$(BIN)/python tools/calibrate.py $(GOLD) --scorer $(SCORER) --parties $(FOLDS) --retellings $(RETOLD)

# Pins every package with its hashes, from pyproject.toml; run it with the oldest Python that is supported.
lock:
	$(PYTHON) -m venv build/lock-venv
	build/lock-venv/bin/python -m pip install --quiet --upgrade pip pip-tools
	build/lock-venv/bin/pip-compile --quiet --upgrade --extra dev --build-deps-for editable --generate-hashes --allow-unsafe \
	  --strip-extras --no-annotate --no-header --no-emit-options --no-emit-index-url --no-emit-trusted-host \
	  --no-emit-find-links --output-file requirements.lock pyproject.toml
	rm -rf build/lock-venv

clean:
	rm -rf $(VENV) build/lock-venv out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
