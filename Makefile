# Two commands are all one needs: `make run` opens the app, `make test` checks everything.
# Each does its own set-up, once: again only when pyproject.toml, constraints.txt or the set-up itself change.

SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
BIN := .venv/bin
MESSAGES := .venv/messages.pot
SETUP := pyproject.toml constraints.txt hatch_build.py .ci/environment
# A checkout that was moved or copied sets itself up again.
MOVED := $(shell [ ! -e .venv/.home ] || [ "$$(cat .venv/.home)" = "$$PWD" ] || rm -f .venv/.ready-*)

.PHONY: help run test anywhere attack lint format bench mutants screenshots words pins upgrade packages
.DEFAULT_GOAL := help

help: ## what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do printf '%-18s%s\n' "$$name" "$$what"; done

run: .venv/.ready-run ## open the app on 127.0.0.1:8501; ARGS="--port 9000" and the like are passed on
	$(BIN)/placecheck run $(ARGS)

test: lint packages ## check everything; ends with pytest's own summary
	$(BIN)/pytest -n 2 $(ARGS)

anywhere: .venv/.ready-test ## the tests without a browser, as on a computer that is set up otherwise; ARGS="tests/cli" for less
	.ci/anywhere $(ARGS)

EXAMPLES ?= 50000

attack: .venv/.ready-test packages ## what was tried against it, what takes long, and fuzzing for an hour or so; EXAMPLES=500 for less
	$(BIN)/pytest -m '' tests/attack tests/web/test_text_is_text.py $(ARGS)
	$(BIN)/pytest -m slow --ignore tests/attack $(ARGS)
	$(BIN)/pytest -m hypothesis --hypothesis-profile thorough --timeout 3000 $(ARGS)
	@for kind in csv sheet xlsx zip yaml json code; do $(BIN)/python tests/fuzz/fuzz_readers.py $$kind --examples $(EXAMPLES) || exit 1; done

lint: .venv/.ready-test ## format, lint, types, floors and the rubric's own check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/placecheck check

format: .venv/.ready-test ## put every file into the house format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.ready-bench ## measure, each figure as a ratio to something standard in the same run
	@for script in tests/bench/bench_*.py; do echo "== $$script" && $(BIN)/python "$$script" || exit 1; done

SAMPLE ?= 150

mutants: .venv/.ready-mutants ## change the code a little and see whether a test notices; ROOMS="scoring storage", SAMPLE=0 for all
	$(BIN)/python tests/mutants/run_mutants.py $(ROOMS) --sample $(SAMPLE)

screenshots: .venv/.ready-test packages ## take the pictures in docs/screenshots again
	$(BIN)/python tests/browser/take_screenshots.py

DRAFT := \# Translations template for placecheck: a draft that waits for a reader. What is not here yet is said in English.

words: .venv/.ready-run ## bring the translations up to date with what the interface says; NEW=fr begins one
	$(BIN)/pybabel --quiet extract --no-location --keywords N_ --keywords NN_:1,2 --project placecheck \
		--header-comment '$(DRAFT)' --output $(MESSAGES) placecheck/words
	@[ -z "$(NEW)" ] || $(BIN)/pybabel --quiet init --input-file $(MESSAGES) --domain placecheck --width 110 \
		--output-dir placecheck/words/locale --locale $(NEW)
	$(BIN)/pybabel --quiet update --input-file $(MESSAGES) --domain placecheck --output-dir placecheck/words/locale \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 110
	@rm -f $(MESSAGES)
	@[ -z "$(NEW)" ] || echo "Fill in placecheck/words/locale/$(NEW)/LC_MESSAGES/placecheck.po"

pins: ## write constraints.txt from what is installed in .venv: everything that was tested
	.ci/pins

upgrade: ## install the newest of everything, pins aside; then `make test`, and `make pins` to keep it
	$(BIN)/python -m pip install --quiet --upgrade --upgrade-strategy eager --editable '.[postgres,accounts,test,bench,mutants]'
	@touch .venv/.ready-run .venv/.ready-test .venv/.ready-bench

packages:
	@.ci/packages chromium:chromium pdftotext:poppler-utils || echo "Going on: the tests that need them say so." >&2

.venv/.ready-run: $(SETUP)
	.ci/environment
	@touch $@

.venv/.ready-test: $(SETUP)
	.ci/environment postgres accounts test
	@touch $@ .venv/.ready-run

.venv/.ready-bench: $(SETUP)
	.ci/environment postgres accounts test bench
	@touch $@ .venv/.ready-run .venv/.ready-test

.venv/.ready-mutants: $(SETUP)
	.ci/environment postgres accounts test mutants
	@touch $@ .venv/.ready-run .venv/.ready-test
