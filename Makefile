# The first step on a fresh machine: make .venv, then let tasks.py do the work.
#
#   make site    convert seeds/, build output/, say what to open
#   make test    run the tests
#   make serve   build, serve on this machine, rebuild on every change

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test serve
site serve: .venv/.site
	@$(BIN)/invoke $@

test: .venv/.test
	@$(BIN)/invoke test

# A stamp holds the checksum of the list of packages that was installed last, so that nothing
# is installed as long as the list stays the same.
.PHONY: .venv/.site .venv/.test
.venv/.site .venv/.test: .venv/.%: | $(BIN)/pip
	@sum=$$(sha256sum < requirements/$*.txt); \
	if [ "$$(cat $@ 2>/dev/null)" != "$$sum" ]; then \
	  echo "Installing the packages of requirements/$*.txt into .venv ..."; \
	  $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
	    --requirement requirements/$*.txt && echo "$$sum" > $@; \
	fi

$(BIN)/pip:
	@echo "Making .venv ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; name it: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "Python cannot make environments here; on Debian: apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv .venv
