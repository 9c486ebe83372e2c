# eigentop: `make run` opens the dashboard on the sample data, `make test` runs all tests. Both install what is missing first.

PREFIX ?= /usr/local
SWIFT  ?= swift
DIR    ?= SampleData
# What the program links, then what only the tests need.
PACKAGES = libncurses-dev libopenblas-dev liblapacke-dev libsqlite3-dev libxxhash-dev libcairo2-dev \
           libfontconfig-dev fonts-dejavu-core libvterm-dev ncurses-term poppler-utils python3-numpy
SOURCES  = Package.swift Sources Tests

.PHONY: all deps swift build run test bench coverage fuzz chaos pictures format lint install install-files uninstall deb try-deb try-fresh clean

all: build

# Only what is missing, and only where there is apt. Elsewhere what is there already may be enough; the compiler says what is not.
# (Old systems have libncursesw5-dev in place of libncurses-dev.)
deps: swift
	@command -v apt-get >/dev/null 2>&1 || { \
	  echo "No apt-get here: install the development files of ncurses (wide), OpenBLAS, LAPACKE, SQLite, xxHash, Cairo, fontconfig and libvterm yourself." >&2; exit 0; }; \
	has() { dpkg-query -W -f '$${Status}' "$$1" 2>/dev/null | grep -q '^install ok installed$$'; }; \
	missing=; \
	for package in $(PACKAGES); do has $$package || missing="$$missing $$package"; done; \
	! has libncursesw5-dev || missing=$$(echo "$$missing" | sed 's/libncurses-dev//'); \
	[ -n "$${missing# }" ] || exit 0; \
	root=; \
	if [ "$$(id -u)" -ne 0 ]; then \
	  command -v sudo >/dev/null 2>&1 || { echo "Root is needed: apt-get install$$missing" >&2; exit 1; }; root=sudo; \
	fi; \
	echo "Installing$$missing"; \
	$$root apt-get update -qq && \
	{ apt-cache show libncurses-dev >/dev/null 2>&1 || missing=$$(echo "$$missing" | sed 's/libncurses-dev/libncursesw5-dev/'); } && \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null

swift:
	@command -v $(SWIFT) >/dev/null 2>&1 || { echo "eigentop needs Swift 6.2 or newer: https://www.swift.org/install/linux/" >&2; exit 1; }

build: swift
	$(SWIFT) build -c release --product eigentop

run: deps build
	@$$($(SWIFT) build -c release --show-bin-path)/eigentop $(DIR)

# What failed is said once more at the end, and what was skipped: there is much between.
test: SHELL := /bin/bash
test: deps
	@mkdir -p .build
	@set -o pipefail; $(SWIFT) test 2>&1 | tee .build/test.log || \
	  { echo; echo "What failed:"; grep -aE -A 4 '^✘|^error:| error: ' .build/test.log | head -100; \
	    grep -aE '^✘ Test run' .build/test.log; exit 1; }
	@skipped=$$(grep -aE '^➜ .* skipped' .build/test.log | sed 's/^➜ /  /' | sort); \
	  echo "Skipped: $$(grep -c . <<<"$$skipped")"; [ -z "$$skipped" ] || echo "$$skipped"

# Ratios to what the machine can do. BENCH="--quick --only process" for less, "--large" for more, "--json" for programs.
bench: deps build
	$(SWIFT) run -c release Benchmarks $(BENCH)

# How often the intervals of α cover what they are about; a few minutes.
coverage: deps
	$(SWIFT) run -c release IntervalCoverage

# Five minutes of libFuzzer on the header parser; what it finds is kept in .build-fuzz. (The compiler instruments for the sanitizer named last.)
FUZZER = .build-fuzz/release/HeaderFuzzer -max_total_time=300 -max_len=1024 -malloc_limit_mb=64 -artifact_prefix=.build-fuzz/
fuzz: swift
	$(SWIFT) build -c release --product HeaderFuzzer --scratch-path .build-fuzz --sanitize fuzzer --sanitize address \
	  -Xswiftc -sanitize=fuzzer -Xswiftc -DFUZZING
	@mkdir -p .build-fuzz/corpus
	$(FUZZER) .build-fuzz/corpus Tests/Fuzzing/HeaderFuzzer/Corpus

# A hundred thousand random keys, mouse events, sizes and results, each followed by a frame that is looked at.
chaos: deps
	$(SWIFT) run -c release SessionFuzzer

# The pictures of the documentation, as the program draws them.
PICTURES = Sources/eigentop/Documentation.docc/Resources
EXPORT   = "$$($(SWIFT) build -c release --show-bin-path)/eigentop" export SampleData --quiet --force
pictures: deps build
	$(EXPORT) --screen models --size 120x36 --theme dark --width 1600px -o $(PICTURES)/dashboard.png
	$(EXPORT) --chart scatter --filter lambd --width 17cm -o $(PICTURES)/scatter.svg

format: swift
	$(SWIFT) format format --in-place --parallel --recursive $(SOURCES)

lint: swift
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

# Everything below PREFIX, which can be moved elsewhere afterwards: the program looks for the rest beside itself.
SHARE = $(DESTDIR)$(PREFIX)/share
ZSH  ?= share/zsh/site-functions
install: build
	@$(MAKE) --no-print-directory install-files PROGRAM="$$($(SWIFT) build -c release --show-bin-path)/eigentop"

# Of a program that has been built, by its path. The scripts complete names of commands only in the first place, where directories
# may stand, too.
FIRST       = __eigentop_should_offer_completions_for_positional \"eigentop\" -eq 1
DIRECTORIES = (__fish_complete_directories (commandline -ct))
install-files:
	install -D -m 755 "$(PROGRAM)" $(DESTDIR)$(PREFIX)/bin/eigentop
	install -d $(SHARE)/eigentop/themes $(SHARE)/eigentop/python $(SHARE)/doc/eigentop/schemas $(SHARE)/man/man1
	install -m 644 Themes/*.toml $(SHARE)/eigentop/themes
	install -m 644 Sources/eigentop/Python/*.py $(SHARE)/eigentop/python
	install -d $(SHARE)/eigentop/sample && cp -R SampleData/. $(SHARE)/eigentop/sample
	chmod -R u=rwX,go=rX $(SHARE)/eigentop/sample
	install -m 644 README.md CHANGELOG.md LICENSE Sources/eigentop/Documentation.docc/*.md $(SHARE)/doc/eigentop
	find Sources -name '*.schema.json' -exec install -m 644 {} $(SHARE)/doc/eigentop/schemas \;
	"$(PROGRAM)" manual >$(SHARE)/man/man1/eigentop.1
	install -d $(SHARE)/bash-completion/completions $(DESTDIR)$(PREFIX)/$(ZSH) $(SHARE)/fish/vendor_completions.d
	"$(PROGRAM)" --generate-completion-script bash | sed 's/^complete -o filenames /&-o default /' \
	  >$(SHARE)/bash-completion/completions/eigentop
	"$(PROGRAM)" --generate-completion-script zsh | sed '0,/_describe -V subcommand subcommands/s//_files -\/ \&\& ret=0; &/' \
	  >$(DESTDIR)$(PREFIX)/$(ZSH)/_eigentop
	{ "$(PROGRAM)" --generate-completion-script fish && echo "complete -c eigentop -n '$(FIRST)' -fa '$(DIRECTORIES)'"; } \
	  >$(SHARE)/fish/vendor_completions.d/eigentop.fish
	chmod 644 $(SHARE)/man/man1/eigentop.1 $(SHARE)/bash-completion/completions/eigentop \
	  $(DESTDIR)$(PREFIX)/$(ZSH)/_eigentop $(SHARE)/fish/vendor_completions.d/eigentop.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/eigentop $(SHARE)/man/man1/eigentop.1 $(SHARE)/bash-completion/completions/eigentop \
	  $(DESTDIR)$(PREFIX)/$(ZSH)/_eigentop $(SHARE)/fish/vendor_completions.d/eigentop.fish
	rm -rf $(SHARE)/eigentop $(SHARE)/doc/eigentop

# A Debian package in .build, of a program that needs no Swift where it is installed. It is built apart: all else would be built anew.
STATIC = -c release --product eigentop --static-swift-stdlib --scratch-path .build-static
deb: deps
	$(SWIFT) build $(STATIC)
	@mkdir -p .build
	Sources/eigentop/Packaging/make-deb.sh "$$($(SWIFT) build $(STATIC) --show-bin-path)/eigentop" .build

# Installs the package on a minimal Debian in a directory, and uses it. Needs root, debootstrap and the network.
try-deb: deb
	Tests/Packaging/try-deb.sh .build/eigentop_*.deb

# The README's two commands on a minimal Debian in a directory, with this machine's Swift and nothing else of it; the committed tree.
# BLAS=Zen for that kernel of OpenBLAS. Needs root, debootstrap, the network, and a quarter of an hour.
try-fresh: swift
	BLAS=$(BLAS) Tests/Packaging/try-fresh.sh

clean:
	$(SWIFT) package clean
	rm -rf .build-static
