# `make demo` and `make test` are the two commands of the README; `make help` lists the rest.

SWIFT ?= swift
PREFIX ?= /usr/local
CHECKED := --explicit-target-dependency-import-check error
PACKAGES := $(shell sed -e '/^\#/d' debian-packages | awk '{print $$1}')
SOURCES := Package.swift Sources Tests
WRITTEN := git ls-files -z --cached --others --exclude-standard '*.swift' ':!:*/Generated/*'

.DEFAULT_GOAL := help
.PHONY: help deps build release demo test soak lint arrows format bench screenshots doctor install sanitize

help: ## Lists the targets.
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  %-12s %s\n", $$1, $$2}' Makefile

deps: ## Installs the Debian packages that are missing (as root, or with sudo).
	@missing=""; \
	for package in $(PACKAGES); do \
		dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	echo "installing$$missing"; \
	if [ "$$(id -u)" = 0 ]; then sudo=""; else sudo="sudo"; fi; \
	$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing

build: deps ## Builds everything, for development.
	$(SWIFT) build $(CHECKED)

release: deps ## Builds the optimised programs.
	$(SWIFT) build -c release --product larder
	$(SWIFT) build -c release --product larder-bench

demo: deps ## Makes a workspace with real data and opens the console on it.
	$(SWIFT) build --product larder
	@"$$($(SWIFT) build --show-bin-path)/larder" demo

# In four passes, so that tests which drive whole processes, and those that put a server under load, have the machine to
# themselves.
test: deps ## Runs every test.
	$(SWIFT) build --build-tests $(CHECKED)
	REQUIRE_BACKENDS=1 $(SWIFT) test --skip-build --disable-xctest --skip ScreensTests --skip LarderTests --skip RedisTrials
	REQUIRE_BACKENDS=1 $(SWIFT) test --skip-build --disable-xctest --filter RedisTrials
	$(SWIFT) test --skip-build --disable-xctest --filter ScreensTests
	REQUIRE_BACKENDS=1 $(SWIFT) test --skip-build --disable-xctest --filter LarderTests

soak: deps ## Kills workers of a Kafka job thirty times, and looks for lost and doubled rows (ten minutes).
	$(SWIFT) build --build-tests $(CHECKED)
	LARDER_SOAK=1 REQUIRE_BACKENDS=1 $(SWIFT) test --skip-build --disable-xctest --filter KafkaJobTests

lint: deps arrows ## Checks the format of the code and the arrows between the targets.
	$(WRITTEN) | xargs -0 $(SWIFT) format lint --strict --parallel

arrows: ## Compares the package's targets with the table in the documentation.
	@mkdir -p .build
	@[ .build/arrows -nt .ci/arrows.swift ] || $(SWIFT)c -swift-version 6 -o .build/arrows .ci/arrows.swift
	@$(SWIFT) package dump-package > .build/package.json
	@.build/arrows .build/package.json Sources/larder/Documentation.docc/Architecture.md

format: ## Formats the code.
	$(WRITTEN) | xargs -0 $(SWIFT) format --in-place --parallel

bench: release ## Measures Larder against floors taken in the same run.
	$(SWIFT) build -c release --product KafkaMockBroker
	@"$$($(SWIFT) build -c release --show-bin-path)/larder-bench"

screenshots: deps ## Takes the pictures in screenshots/ anew.
	$(SWIFT) build --product larder
	@"$$($(SWIFT) build --show-bin-path)/larder" shot --all screenshots

doctor: deps ## Says whether this machine has what Larder needs.
	$(SWIFT) build --product larder
	@"$$($(SWIFT) build --show-bin-path)/larder" doctor

install: release ## Installs under PREFIX (default /usr/local).
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/larder"
	install -m 755 "$$($(SWIFT) build -c release --show-bin-path)/larder" "$(DESTDIR)$(PREFIX)/bin/larder"
	cp -R themes debian-packages "$(DESTDIR)$(PREFIX)/share/larder/"

sanitize: deps ## Runs the tests under the thread and the address sanitizer (slow; own scratch folders).
	REQUIRE_BACKENDS=1 $(SWIFT) test --sanitize=thread --scratch-path .build-thread --disable-xctest
	REQUIRE_BACKENDS=1 $(SWIFT) test --sanitize=address --scratch-path .build-address --disable-xctest
