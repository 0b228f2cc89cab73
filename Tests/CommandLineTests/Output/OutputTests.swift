import Foundation
import JSONDocument
import Testing

@Suite struct OutputTests {
    @Test(arguments: Commands.all, DataFolder.Language.allCases)
    func `Every command has help in both languages`(command: [String], language: DataFolder.Language) async throws {
        let outcome = try await Program.run(command + ["--help"], environment: ["SHENPI_LANG": language.rawValue])
        #expect(outcome.status == 0, "\(outcome)")
        let first = outcome.output.split(separator: "\n").first ?? ""
        #expect(Self.hasChinese(String(first)) == (language == .zh), "\(outcome)")
        if command.isEmpty {
            for code in ["0 ", "1 ", "64 ", "65 ", "70 ", "73/74 ", "75 "] {
                #expect(outcome.output.contains(code), "\(outcome)")
            }
        }
        // A key of the catalogue is no help.
        #expect(!outcome.output.contains(/help\.[a-z]/), "\(outcome)")
    }

    @Test(arguments: (Commands.printing + Commands.writing).indices)
    func `With --format json every command prints one JSON value and nothing else`(index: Int) async throws {
        let (arguments, user) = (Commands.printing + Commands.writing)[index]
        let folder = try await DataFolder(.executed)
        let outcome = try await Program.run(
            arguments + ["--format", "json"] + (user.map { ["--as", $0] } ?? []),
            environment: folder.environment(.en, clock: Clock.yearEnd))
        #expect([0, 1, 75].contains(outcome.status), "\(outcome)")
        _ = try outcome.json()
    }

    @Test(arguments: Commands.printing.indices, DataFolder.Language.allCases)
    func `Labels are in the language that was asked for`(index: Int, language: DataFolder.Language) async throws {
        let folder = try await DataFolder(.executed)
        let (arguments, user) = Commands.printing[index]
        let other: DataFolder.Language = language == .zh ? .en : .zh
        let outcome = try await Program.run(
            arguments + ["--lang", language.rawValue] + (user.map { ["--as", $0] } ?? []),
            environment: folder.environment(other, clock: Clock.yearEnd))
        #expect(outcome.status == 0, "\(outcome)")
        let labels = Self.labels(of: outcome.output)
        #expect(Self.hasChinese(labels) == (language == .zh), "\(labels)\n\(outcome)")
    }

    /// Heads of tables and what stands before a colon: never names of projects, units or indicators.
    private static func labels(of text: String) -> String {
        let lines = text.split(separator: "\n").map(String.init)
        var labels: [String] = []
        for (index, line) in lines.enumerated() {
            if index + 1 < lines.count, lines[index + 1].hasPrefix("─") { labels.append(line) }
            if let colon = line.range(of: ": "), !line[..<colon.lowerBound].contains("  ") {
                labels.append(String(line[..<colon.lowerBound]))
            }
        }
        return labels.isEmpty ? (lines.last ?? "") : labels.joined(separator: "\n")
    }

    static func hasChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    @Test func `States, findings, scores and refusals are worded in English without a Chinese sign`() async throws {
        let folder = try await DataFolder(.executed)
        let evaluated = try await folder.run(
            "evaluate", Sample.small, "--file", Commands.actuals, as: "zhang", clock: Clock.yearEnd)
        #expect(evaluated.output.contains("Submitted: total 95.71, grade excellent."), "\(evaluated)")
        let listed = try await folder.run("list", "--state", "self-evaluated", as: "zhang")
        #expect(listed.output.contains("Self-evaluated  95.71  excellent"), "\(listed)")
        let refused = try await folder.run("declare", Sample.faulty, as: "zhang")
        let finding = refused.output.split(separator: "\n").last.map(String.init) ?? ""
        // The names of fields are quoted as the official table prints them.
        #expect(finding.hasPrefix("error") && finding.contains("is below"), "\(refused)")
        #expect(!Self.hasChinese(refused.remarks), "\(refused)")
        let missing = try await folder.run("list", "--state", "drat", as: "zhang", language: .zh)
        #expect(Self.hasChinese(missing.remarks))
    }

    @Test(arguments: [[:], ["NO_COLOR": "1"], ["TERM": "dumb"], ["CLICOLOR_FORCE": "1"]])
    func `What is not a terminal gets no colours`(added: [String: String]) async throws {
        let folder = try await DataFolder(.executed)
        for (arguments, user) in [
            (["show", Sample.small], "zhang"), (["doctor"], nil), (["declare", Sample.faulty], "zhang"),
        ] {
            let outcome = try await Program.run(
                arguments + (user.map { ["--as", $0] } ?? []),
                environment: folder.environment(.en, clock: Clock.yearEnd, added))
            #expect(!outcome.everything.contains("\u{1B}"), "\(outcome)")
        }
    }

    @Test(.enabled(if: Machine.hasTerminals, "\(Machine.noTerminals)"))
    func `A terminal gets colours, unless NO_COLOR says otherwise`() async throws {
        let folder = try await DataFolder(.executed)
        for (added, isColoured) in [([:], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false)] {
            let outcome = try await folder.shell(
                "script -qec \"$SHENPI doctor\" /dev/null < /dev/null",
                with: ["TERM": "xterm"].merging(added) { $1 })
            #expect(outcome.output.contains("\u{1B}[") == isColoured, "\(added): \(outcome)")
            #expect(outcome.output.contains("Calendars"), "\(outcome)")
        }
    }

    @Test func `A reader that goes away is no crash`() async throws {
        let folder = try await DataFolder(.imported)
        for command in ["list", "list --format json", "show \(Sample.small)", "--help", "workflow graph $FILE"] {
            let outcome = try await folder.shell(
                "$SHENPI \(command) | head -1 > /dev/null; echo ${PIPESTATUS[0]}", with: ["FILE": Commands.workflow])
            #expect(outcome.output == "0\n", "\(command): \(outcome)")
            #expect(outcome.remarks == "", "\(outcome)")
            let closed = try await folder.shell(
                "{ sleep 0.3; $SHENPI \(command); echo $? > $STORE.code; } | true; sleep 1.5; cat $STORE.code",
                with: ["FILE": Commands.workflow])
            #expect(closed.output == "0\n", "\(command): \(closed)")
        }
    }

    @Test func `Columns stand under their heads whatever the width of the signs`() async throws {
        let folder = try await DataFolder(.imported)
        for language in DataFolder.Language.allCases {
            let outcome = try await folder.run("unit", "list", language: language)
            let lines = outcome.output.split(separator: "\n").map(String.init)
            let rule = try #require(lines.first { $0.hasPrefix("─") })
            // The third column begins at the same cell in every line.
            let start = cells(rule.split(separator: " ").prefix(2).joined()) + 4
            for line in lines where line != rule {
                #expect(startsAWord(line, at: start), "\(line)")
            }
        }
    }

    private func cells(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 && $1.value < 0xFFE7 ? 2 : 1) }
    }

    private func startsAWord(_ line: String, at start: Int) -> Bool {
        var cell = 0
        var before: Character = " "
        for character in line {
            if cell == start { return before == " " && character != " " }
            cell += cells(String(character))
            before = character
        }
        return false
    }
}
