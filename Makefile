# Two commands matter: `make site` and `make test`.
# Everything is done by build_scripts/build.py, which needs nothing but Python.
PYTHON ?= python3
N ?= 1000
BUILD = $(PYTHON) build_scripts/build.py

.PHONY: help site test test-long bundle bench lint locks clean

help:  ## Say what can be typed.
	@$(BUILD) --help

site:  ## Build pages, site and search index of the archive here.
	@$(BUILD) site

test:  ## Install what the tests need and run all of them.
	@$(BUILD) test

test-long:  ## Run the tests that take minutes.
	@$(BUILD) test -m long

bundle:  ## Build the site and put it into one zip, archive.zip.
	@$(BUILD) bundle

bench:  ## Measure builds of N made-up documents: make bench N=1000
	@$(BUILD) bench $(N)

lint:  ## Check style and types.
	@$(BUILD) lint

locks:  ## Pin the dependencies of pyproject.toml anew, with digests.
	@$(BUILD) locks

clean:  ## Remove what was installed and built; seeds/ and docs/ stay.
	@$(BUILD) clean
