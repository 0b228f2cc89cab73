import Foundation
import JSONDocument
import Testing

/// A workflow file with one mistake, where it is, and what is said about it.
struct BadWorkflow: Sendable, CustomTestStringConvertible {
    var name: String
    var wrong: (from: String, to: String)
    var rule: String
    var pointer: String
    /// What the place of the mistake begins with in the file.
    var place: String
    var words: [DataFolder.Language: String]

    var testDescription: String { name }

    static let all = [
        BadWorkflow(
            name: "syntax error", wrong: ("\"format\": 1,", "\"format\": 1"), rule: "json.syntax", pointer: "/format",
            place: "\"id\":", words: [.zh: "应为 逗号或右花括号", .en: "a comma or a closing brace is expected"]),
        BadWorkflow(
            name: "duplicate key",
            wrong: ("\"version\": \"1.0.0\",", "\"version\": \"1.0.0\", \"version\": \"2.0.0\","),
            rule: "json.duplicate-key", pointer: "/version", place: "\"version\": \"2.0.0\"",
            words: [.zh: "键“version”重复", .en: "the key “version” occurs twice"]),
        BadWorkflow(
            name: "unknown key", wrong: ("\"final\": true", "\"finol\": true"), rule: "key.unknown",
            pointer: "/states/self-evaluated/finol", place: "\"finol\"",
            words: [.zh: "是否想写“final”", .en: "did you mean “final”"]),
        BadWorkflow(
            name: "unknown plugin", wrong: ("\"amounts\"", "\"amonts\""), rule: "plugin.unknown",
            pointer: "/actions/declare/validate/2/use", place: "\"amonts\"",
            words: [.zh: "没有校验插件“amonts”，是否想写“amounts”", .en: "there is no validator “amonts”; did you mean “amounts”"]),
        BadWorkflow(
            name: "missing target", wrong: ("\"to\": \"approved\"", "\"to\": \"aproved\""), rule: "state.unknown",
            pointer: "/actions/approve/to", place: "\"aproved\"",
            words: [.zh: "没有状态“aproved”，是否想写“approved”", .en: "there is no state “aproved”; did you mean “approved”"]),
    ]

    /// The text of the file, and line and column of the mistake, counted from 1.
    func text() throws -> (text: String, line: Int, column: Int) {
        let file = Program.root.appendingPathComponent("Workflows/expenditure-performance.json")
        let good = try String(contentsOf: file, encoding: .utf8)
        let text = good.replacingOccurrences(of: wrong.from, with: wrong.to)
        try #require(text != good)
        let found = try #require(text.range(of: place))
        let before = text[..<found.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
        return (text, before.count, (before.last?.count ?? 0) + 1)
    }
}

@Suite struct BadWorkflowTests {
    @Test(arguments: BadWorkflow.all, DataFolder.Language.allCases)
    func `A mistake in a workflow file is told with its place and what was probably meant`(
        mistake: BadWorkflow, language: DataFolder.Language
    ) async throws {
        let folder = try DataFolder()
        let (text, line, column) = try mistake.text()
        let file = try folder.file("wrong.json", text)
        let checked = try await folder.run("workflow", "check", file, language: language, clock: nil)
        #expect(checked.status == 1, "\(checked)")
        #expect(checked.output.contains("\(file):\(line):\(column): "), "\(checked)")
        #expect(checked.output.contains(mistake.words[language] ?? "?"), "\(checked)")
        #expect(checked.output.contains("  \(mistake.pointer)  [\(mistake.rule)]"), "\(checked)")

        let drawn = try await folder.run("workflow", "graph", file, language: language, clock: nil)
        #expect(drawn.status == (mistake.rule == "plugin.unknown" ? 0 : 65), "\(drawn)")
    }

    @Test(arguments: BadWorkflow.all)
    func `Programs get rule, pointer, line and column`(mistake: BadWorkflow) async throws {
        let folder = try DataFolder()
        let (text, line, column) = try mistake.text()
        let file = try folder.file("wrong.json", text)
        let outcome = try await folder.run("workflow", "check", file, "--format", "json", clock: nil)
        #expect(outcome.status == 1)
        let errors = try #require(try outcome.json()["errors"]?.array)
        let found = try #require(errors.first { $0["rule"]?.string == mistake.rule })
        #expect(found["pointer"]?.string == mistake.pointer)
        #expect(found["line"]?.int == line)
        #expect(found["column"]?.int == column)
    }

    @Test(arguments: BadWorkflow.all)
    func `It is neither published nor made into a data folder`(mistake: BadWorkflow) async throws {
        let folder = try await DataFolder(.district)
        let file = try folder.file("wrong.json", mistake.text().text)
        let known = try await folder.json("workflow", "list")
        try await folder.unchanged {
            let outcome = try await folder.run("workflow", "publish", file)
            #expect(outcome.status == 65, "\(outcome)")
            #expect(outcome.remarks.contains("[\(mistake.rule)]"), "\(outcome)")
        }
        #expect(try await folder.json("workflow", "list") == known)

        let fresh = try DataFolder()
        let made = try await fresh.run("init", "--workflow", file, clock: nil)
        #expect(made.status == 65, "\(made)")
        #expect(made.remarks.contains("\(file):"), "the file is named: \(made)")
        #expect(!FileManager.default.fileExists(atPath: fresh.path), "nothing was made")
    }

    @Test func `All mistakes of a file are told at once`() async throws {
        let folder = try DataFolder()
        var text = try BadWorkflow.all[2].text().text
        for mistake in BadWorkflow.all.suffix(2) {
            text = text.replacingOccurrences(of: mistake.wrong.from, with: mistake.wrong.to)
        }
        let file = try folder.file("wrong.json", text)
        let outcome = try await folder.run("workflow", "check", file, clock: nil)
        for rule in ["key.unknown", "plugin.unknown", "state.unknown"] {
            #expect(outcome.output.contains("[\(rule)]"), "\(outcome)")
        }
    }
}
