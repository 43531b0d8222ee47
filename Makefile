# The verbs of this project. `make help` lists them; each does all its own set-up.
# Windows without make: README.md, "On Windows".

PRACTICE ?= sample_data/quillfeather
VENV     := .venv
BIN      := $(VENV)/bin
READY    := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup train dashboard audit test lint notebooks rule rules-page mutation benchmark benchmark-serving sample photos lock browser node clean

help:  ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-17s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY)  ## install everything into .venv (nothing outside this folder)

# The lock file carries a hash for every package, so what is installed is what was tested.
$(READY): requirements.lock pyproject.toml
	@sh tools/make_venv.sh $(VENV)
	@echo "Installing the packages named in requirements.lock; a first time takes a minute or two."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

dashboard: $(READY)  ## audit the sample practice and open the dashboard (PRACTICE=folder for your own)
	@$(BIN)/before-you-post dashboard "$(PRACTICE)"

train: $(READY)  ## serve the lessons, the audit and the training records (PRACTICE=folder for your own)
	@$(BIN)/before-you-post serve "$(PRACTICE)"

audit: $(READY)  ## audit in the terminal only (PRACTICE=folder for your own)
	@# Status 1 says that there is something to do, not that anything went wrong.
	@$(BIN)/before-you-post audit "$(PRACTICE)" || [ $$? -eq 1 ]

test: $(READY) browser node  ## run every test: units, notebooks, browser journeys
	@# One folder for the audits of the sample practice: its photos are looked at once for all the tests.
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT INT TERM && export BEFORE_YOU_POST_TEST_HOME="$$home" && \
	$(BIN)/python -m pytest -n 2 --dist loadfile tests && \
	$(BIN)/python -m pytest -n 2 --dist loadfile --nbval --nbval-current-env --nbval-cell-timeout=600 -p no:cacheprovider notebooks

browser: $(READY)
	@sh tools/find_browser.sh $(BIN)/python

node: $(READY)
	@sh tools/set_up_node.sh $(BIN)/python tests/training/exchange/node

lint: $(READY)  ## check style, types and the one direction of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

notebooks: $(READY)  ## run the notebooks again and write them quiet
	@$(BIN)/python tools/refresh_notebooks.py

rule: $(READY)  ## begin a rule, and say what one still lacks: make rule ID=hipaa-auth-example FAMILY=authorization
	@$(BIN)/python tools/new_rule.py "$(ID)" "$(FAMILY)"

rules-page: $(READY)  ## write docs/rules.md anew from the rules
	@$(BIN)/python tools/rules_page.py

mutation: .venv-mutation/.ready  ## make small mistakes in the rules and count those that tests notice (PART=california)
	@.venv-mutation/bin/python tools/mutation.py $(PART)

# An environment of its own: nobody who runs the program or its tests needs what mutates it.
.venv-mutation/.ready: requirements.lock tools/mutation-requirements.txt
	@sh tools/make_venv.sh .venv-mutation
	@.venv-mutation/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@.venv-mutation/bin/python -m pip install --quiet --disable-pip-version-check -r tools/mutation-requirements.txt
	@touch $@

sample: $(READY)  ## make the sample practice's published photos and papers again from its originals
	@$(BIN)/python tools/sample_practice/build.py

BENCH := .venv-bench

$(BENCH)/.ready: requirements.lock benchmarks/requirements.txt
	@sh tools/make_venv.sh $(BENCH)
	@$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt || \
	    echo "Some peers could not be installed (pdqhash needs a C++ compiler); the table says which were not compared."
	@$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

benchmark: $(BENCH)/.ready  ## measure the matching beside other tools, in an environment of its own (half an hour)
	@$(BENCH)/bin/python benchmarks/matching.py --out benchmarks/results/matching.txt

benchmark-serving: $(BENCH)/.ready browser  ## measure how soon a lesson opens, beside Voila's own server (ten minutes)
	@$(BENCH)/bin/python benchmarks/serving.py --out benchmarks/results/serving.txt

photos:  ## render the sample practice's originals again from nothing (an hour; its own environment)
	@sh tools/photo_studio/render.sh

lock:  ## write requirements.lock anew from pyproject.toml (needs uv)
	@uv pip compile pyproject.toml --extra dev --universal --generate-hashes --python-version 3.11 --no-header --upgrade --quiet -o requirements.lock

clean:  ## remove .venv and caches; your practice and its audits are not touched
	@rm -rf $(VENV) .venv-bench .venv-mutation build .mypy_cache .ruff_cache .pytest_cache .hypothesis
