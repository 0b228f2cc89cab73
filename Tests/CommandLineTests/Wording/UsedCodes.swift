import BudgetPerformance
import Foundation
import OfficialForms
import Workflow
import WorkflowPlugin

/// The codes for which the program asks for a text: those that modules define, and those that stand in the sources.
enum UsedCodes {
    /// Codes that are values of our modules, with where they come from.
    static let defined: [(module: String, codes: [String])] = [
        ("loader rules", DefinitionProblem.rules.keys.sorted()),
        ("Refusal.Code", Refusal.Code.allCases.map(\.rawValue)),
        (
            "OrganisationRefusal",
            literals(
                after: "code = \"", "(code, values) = (\"", "(code, values, exit) = (\"", "(code, exit) = (\"",
                in: "Sources/shenpi/Failures/Wording+Organisation.swift"
            ).map { "organisation." + $0 }
        ),
        (
            "StoreError",
            literals(after: ": \"store.", in: "Sources/WorkflowStore/StoreError.swift").map { "store." + $0 }
        ),
        ("FormReadingError", FormReadingError.Code.allCases.map { "reading." + $0.rawValue }),
        (
            "AuditProblem.Code",
            literals(after: "Code(\"", in: "Sources/WorkflowStore/Verification/AuditReport.swift").map { "audit." + $0 }
        ),
        ("ScoreRule", ScoreRule.allCases.map { "score.rule." + $0.rawValue }),
        ("ScoreReason", ScoreReason.Code.allCases.map { "score.reason." + $0.rawValue }),
        ("JudgementRefusal", JudgementRefusal.Code.allCases.map { "score.judgement." + $0.rawValue }),
        ("Grade", Grade.allCases.map { "score.grade." + $0.rawValue }),
        ("Finding.Severity", ["error", "warning", "hint"].map { "severity." + $0 }),
        ("PluginRegistry.Capability", ["validator", "scorer", "notifier", "document-type"].map { "plugin." + $0 }),
        ("Assignment.Kind", ["approval", "task", "turn"].map { "assignment." + $0 }),
        ("CaseEvent.Kind", ["created", "wrote", "task"].map { "event." + $0 }),
        ("DoctorCommand.Check.Verdict", ["ok", "warning", "problem"].map { "doctor." + $0 }),
    ]

    /// Codes that the sources ask for by a literal.
    static let written: [String] = {
        var codes: [String] = []
        for file in files {
            codes += literals(
                after: "messages(\"", "Messages(language)(\"", "say(\"", "code: \"", "Check(name: \"",
                "name: \"doctor.", in: file
            )
            .map {
                $0.hasPrefix("doctor") || file.contains("Doctor") && !$0.contains(".")
                    ? "doctor." + $0.replacing("doctor.", with: "") : $0
            }
            codes += literals(after: "help(\"", "abstract(\"", in: file).map { "help." + $0 }
        }
        return Array(Set(codes)).sorted()
    }()

    /// Every literal in the sources, for texts that are asked for by a name that is put together.
    static let literals: Set<String> = Set(
        (files + ["Sources/SQLiteStore/SQLiteStore+Opening.swift"]).flatMap { file in
            text(file).matches(of: /"([^"\\\n]+)"/).map { String($0.1) }
        } + scanner)

    /// Short codes that are one of two: `? "yes" : "no"`.
    static let chosen: Set<String> = ["yes", "no"]

    /// The keys of forms that are heads of columns.
    static let columns: Set<String> = [
        "level1", "level2", "level3", "target", "actual", "weight", "score", "explanation", "initialBudget",
        "fullYearBudget", "executed",
    ]

    /// What the JSON reader names as expected.
    private static let scanner =
        text("Sources/JSONDocument/Reading/JSONScanner.swift").matches(of: /"([a-z-]+)"/).map { String($0.1) }
        + ["ValueReader", "NodeReader"].flatMap { name in
            text("Sources/JSONDocument/Reading/\(name).swift").matches(of: /"([a-z-]+)"/).map { String($0.1) }
        } + ["array", "boolean", "integer", "null", "number", "object", "string"]

    private static let files: [String] = ["Sources/shenpi", "Sources/ShenpiApplication"].flatMap { folder -> [String] in
        let names = FileManager.default.enumerator(atPath: Program.root.appendingPathComponent(folder).path)
        return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }
    }

    private static func literals(after starts: String..., in file: String) -> [String] {
        let text = text(file)
        return starts.flatMap { start in
            text.components(separatedBy: start).dropFirst().compactMap { rest -> String? in
                guard let end = rest.firstIndex(of: "\"") else { return nil }
                let literal = String(rest[..<end])
                let isWhole = !rest[rest.index(after: end)...].drop { $0 == " " }.hasPrefix("+")
                return isWhole && !literal.contains("\\") ? literal : nil
            }
        }
    }

    private static func text(_ file: String) -> String {
        (try? String(contentsOf: Program.root.appendingPathComponent(file), encoding: .utf8)) ?? ""
    }
}
