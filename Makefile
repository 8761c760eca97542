# `make` alone lists the targets. Everything runs as root or with sudo where something must be installed.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help deps build demo test bench format lint clean

PACKAGES := libsqlite3-dev libxlsxwriter-dev libminizip-dev libexpat1-dev git make
# Exclusive access is proven by the compiler or checked in every run of the tests; the binary does not check it again.
RELEASE := -c release --static-swift-stdlib --product bgt -Xswiftc -enforce-exclusivity=unchecked
SWIFT_SOURCES := Package.swift Sources Tests

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

deps: ## install what is missing (Debian packages; Swift itself must be there)
	@sh Tests/Scripts/deps.sh $(PACKAGES)

build: deps ## build the release binary .build/bgt
	@echo "build: swift build $(RELEASE)"
	@swift build $(RELEASE)
	@binary="$$(swift build $(RELEASE) --show-bin-path)/bgt"; strip -o .build/bgt "$$binary" || cp "$$binary" .build/bgt
	@.build/bgt manual -o .build/bgt.1
	@echo "build: .build/bgt, $$(du -h .build/bgt | cut -f1); its manual page .build/bgt.1"

demo: build ## import the sample of a city into a new book and run the four jobs on it
	@echo "demo: sh ledger-samples/demo.sh"
	@BGT="$(CURDIR)/.build/bgt" sh ledger-samples/demo.sh

test: deps ## run every test; shows failures and one closing line
	@sh Tests/Scripts/peers.sh
	@bash Tests/Scripts/test.sh

bench: build ## measure bgt beside ledger and hledger, where installed (takes minutes)
	@sh Tests/Scripts/deps.sh python3 time
	@echo "bench: sh Tests/Benchmarks/run.sh"
	@BGT="$(CURDIR)/.build/bgt" sh Tests/Benchmarks/run.sh

format: ## bring the sources into the house format
	@echo "format: swift format in $(SWIFT_SOURCES)"
	@swift format format --in-place --parallel --recursive $(SWIFT_SOURCES)

lint: ## say where the sources leave the house format
	@echo "lint: swift format lint in $(SWIFT_SOURCES)"
	@swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)
	@echo "lint: nothing found"

clean: ## remove what was built
	@echo "clean: removing .build and bench-data"
	@rm -rf .build bench-data
