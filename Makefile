# Targets for people; each is a line or two over .scripts/. `make` alone prints them.
# .scripts/swift is plain swift that notices new folders under Plugins/, Sources/ and Tests/ (it says why).

SWIFT   := .scripts/swift
RELEASE := .build-release
BINARY  := $(RELEASE)/release/shenpi
PREFIX  ?= /usr/local
DESTDIR ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo build release test lint clean install year-end-10000 two-at-once
.NOTPARALLEL:

help: ## 列出可用的目标 / print this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

demo: release ## 演示：从申报到自评，约半分钟 / the main job from declaration to scores, in half a minute
	@.scripts/demo

test: setup lint ## 检查格式、编译并运行全部测试 / lint, build and run every test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

build: setup ## 调试版，在 .build / debug build, in .build
	$(SWIFT) build

release: setup ## 发布版，在 .build-release / release build, in .build-release
	@.scripts/build-release $(RELEASE)

lint: setup ## 检查代码格式 / check the format of the code
	@.scripts/lint

setup: ## 安装缺少的系统软件包 / install missing system packages
	@.scripts/setup

install: ## 安装到 PREFIX（默认 /usr/local），含补全和 systemd 单元 / install to PREFIX, with completion and systemd unit
	@.scripts/install "$(DESTDIR)" "$(PREFIX)"

year-end-10000: release ## 一万个项目的年终任务，中途强杀再续 / ten thousand year-end tasks, killed half-way and run again
	@.scripts/year-end-10000

two-at-once: release ## 两个进程同时审批同一事项一百次；改动一个字节 / two processes approve at once; one byte changed
	@.scripts/two-at-once

clean: ## 删除编译结果和演示数据 / remove builds and demo data
	rm -rf .build $(RELEASE) demo-data
