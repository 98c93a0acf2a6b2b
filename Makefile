# Everything needs only Python (3.11 or later) and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORY ?= tests/stories/tashkent-2031/reports
OUT ?= account

.PHONY: account test setup check bench bench-pack bench-finders bench-page bench-pages bench-collation docs clean

account: setup
	@$(BIN)/accord account $(STORY) --output $(OUT)/account.html --output $(OUT)/account.json --output $(OUT)/account.md
	@echo "The page: $(abspath $(OUT)/account.html)"

test: setup
	$(BIN)/pytest

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

check: setup
	scripts/check

bench: setup
	$(BIN)/python -m benchmarks.stages

bench-pack: setup
	$(BIN)/python -m benchmarks.pack

bench-finders: setup
	$(BIN)/python -m benchmarks.times
	$(BIN)/python -m benchmarks.figures
	$(BIN)/python -m benchmarks.attributions
	$(BIN)/python -m benchmarks.events

bench-page: setup
	$(BIN)/python -m benchmarks.page

bench-pages: setup
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.pages_browser
	$(BIN)/python -m benchmarks.archives

bench-collation: setup
	$(BIN)/python -m benchmarks.alignment
	$(BIN)/python -m benchmarks.real_news
	$(BIN)/python -m benchmarks.readers
	$(BIN)/python -m benchmarks.planted
	$(BIN)/python -m benchmarks.clusters
	$(BIN)/python -m benchmarks.collation

docs: setup
	$(BIN)/python scripts/docs

clean:
	rm -rf $(VENV) $(OUT)
