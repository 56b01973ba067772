# make learn   set up and open the course in JupyterLab (OPEN=no: print the URL instead)
# make quick   set up and run the tests of kit and course that start no browser and few processes
# make test    set up and run every check and test
# make floors, make newest   run the core of the suite with the oldest and with the newest versions of all packages
# make bench   measure speeds, as ratios, and write them to benchmarks/records/
# make records train the nets whose results the chapters show again, and write their records (ONLY: the names of some)
# make exercises   count which wrong answers the checks catch and which right ones pass, for the book (ONLY: some exercises)
# make book    build the site in _build/html (SITE: the address that it will have; REVISION: the commit of its notebooks' kit)
# make dist    build the book, and with it the source distribution and the wheel, in dist/
# make chapters   tangle, bundle and execute again after a change in chapters/ or widgets/js/
# make panel      build the JupyterLab panel again after a change in widgets/labextension/

PYTHON ?= python3
OPEN ?= yes
COURSE ?= course
# Recipes see these as the shell has them, whatever characters they hold; make itself would take a "$" for its own.
override export PYTHON := $(value PYTHON)
override export COURSE := $(value COURSE)
BIN := .venv/bin
# Two test processes more than cores, since browser tests mostly wait; a file stays together: a notebook's cells share a kernel.
# Each of the processes multiplies matrices by itself: with more threads than cores they'd mostly wait for each other.
PYTEST := OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n "$$($(BIN)/python -c 'import os; print(min(4, 2 + (os.cpu_count() or 1)))')" --dist loadfile

# What of the panel's tests does not hang on how JupyterLab names its menus and draws cells that are out of sight.
PANEL_CORE := tests/browser/test_panel.py tests/browser/test_panel_widgets.py \
  -k 'by_keyboard or reset or time_limit or learn_opens or stranger or (three_days and lab)'
NBVAL := --nbval --nbval-current-env --nbval-sanitize-with tests/nbval-sanitize.cfg

# Python makes no environment below a path with a ":".
ifneq (,$(findstring :,$(value CURDIR)))
$(error The path of this folder holds a ":", and Python can't set up an environment there: rename or move the folder)
endif

# Set up again where this folder was moved, or its Python is gone. Not by the script `cs231n`, whose first line holds a path.
learn: .venv/.ready
	@$(BIN)/python -P -c 'import cs231n_course.cli' 2>/dev/null || { rm -f .venv/.ready && $(MAKE) .venv/.ready; }
	@$(BIN)/python -P -m cs231n_course.cli learn $(if $(filter no,$(OPEN)),--no-browser) -- "$$COURSE"

# These wait for nothing: more processes than cores would only import everything once more.
quick: .venv/.dev
	$(PYTEST) -n logical --maxprocesses 4 -q -m 'not slow and not browser' tests/kit tests/course

# Files come in their order: the long ones of tests/browser first, or they would be waited for at the end.
# The chapters are run once, by nbval; what else must hold of their outputs is read from that run (tools/stored_outputs.py).
test: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/deptry cs231n_kit cs231n_course widgets/cs231n_widgets
	$(BIN)/python tools/tangle.py --check
	$(BIN)/python tools/jupyter_book.py --check
	$(BIN)/python tools/bundle.py --check
	$(BIN)/python tools/node_tool.py biome check --error-on-warnings
	$(BIN)/python tools/labextension.py --check
	$(PYTEST) -q $(NBVAL) chapters
	$(PYTEST) --no-loadscope-reorder

# The core of the suite, in an environment of its own: with the oldest versions that pyproject.toml allows (JupyterLab 4.2
# calls httpx as it was until 0.27), and with the newest that there are. Both take packages from the network.
floors: .venv/.dev
	$(call with_versions,--resolution lowest-direct,'httpx<0.28')

newest: .venv/.dev
	$(call with_versions,--upgrade)

bench: .venv/.dev
	$(BIN)/python benchmarks/run.py

# MNIST and a copy of CIFAR-10 come from the folder that CS231N_DATA names.
records: .venv/.dev
	$(BIN)/python tools/records.py $(ONLY)

exercises: .venv/.dev
	$(BIN)/python tools/exercise_figures.py $(ONLY)

book: .venv/.dev
	$(BIN)/python book/build.py $(if $(SITE),--site "$(SITE)") $(if $(REVISION),--revision "$(REVISION)")

# The wheel is made from the source distribution, so that both are tried. The book's folder goes: a later `pip install .`
# would take along what is old by then.
dist: .venv/.dev
	rm -rf dist _build/dist
	$(BIN)/python book/build.py --out _build/dist/html
	rm -r _build/dist/html/static/notebooks  # only pages that are opened from disk need the notebooks as scripts
	$(BIN)/python -m build --no-isolation .
	rm -rf _build/dist

chapters: .venv/.dev
	$(BIN)/python tools/tangle.py
	$(BIN)/python tools/bundle.py
	$(BIN)/python tools/execute.py
	$(BIN)/python tools/jupyter_book.py

panel: .venv/.dev
	$(BIN)/python tools/labextension.py

# uv where it can be had (ten times faster), else pip; both install what constraints.txt pins.
# PYTHON may be a path with spaces in it, or a command with arguments.
define install
	@python() { if command -v -- "$$PYTHON" >/dev/null; then "$$PYTHON" "$$@"; else $$PYTHON "$$@"; fi; }; \
	  python -c 'import sys; sys.exit(sys.version_info < (3, 11) and "The course needs Python 3.11 or newer; this is " + sys.version)' \
	  && { test -x $(BIN)/python || python -m venv .venv; }
	( $(BIN)/python -m pip install --quiet uv && VIRTUAL_ENV="$$PWD/.venv" $(BIN)/uv pip install --quiet -c constraints.txt -e '$(1)' ) \
	  || $(BIN)/python -m pip install --quiet -c constraints.txt -e '$(1)'
	touch $@
endef

define with_versions
	test -x _build/$@/bin/python || $(BIN)/python -m venv _build/$@
	VIRTUAL_ENV="$$PWD/_build/$@" $(BIN)/uv pip install --quiet $(1) -e '.[dev]' $(2)
	_build/$@/bin/python -m pytest -q -m 'not slow and not browser' tests/kit tests/course
	_build/$@/bin/python -m pytest -q $(PANEL_CORE)
endef

.venv/.ready: pyproject.toml constraints.txt widgets/labextension/bundle.json
	$(call install,.)

.venv/.dev: pyproject.toml constraints.txt widgets/labextension/bundle.json
	$(call install,.[dev])
	touch .venv/.ready

.PHONY: learn quick test floors newest bench records exercises book dist chapters panel
