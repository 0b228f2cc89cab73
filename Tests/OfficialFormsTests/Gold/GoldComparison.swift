import Foundation
import OfficialForms

/// Compares readings with what a careful person read in the same tables, by the rules of `forms/README.md`.
///
/// Strings are compared folded (NFKC) and without white space; what the gold marks as uncertain, and what its README lists
/// as not compared, is left out. Use it for both kinds of form:
///
///     let comparison = try GoldComparison(of: readings, with: SharedForms.gold("declarations-2025"))
///     #expect(comparison.differences.isEmpty, "\(comparison)")
struct GoldComparison: CustomStringConvertible {
    /// One field that was read otherwise; `nil` where a side has no such field.
    struct Difference: CustomStringConvertible {
        /// The position of the form in its file, from 1.
        var ordinal: Int
        /// JSON pointer into the form, e.g. `/indicators/3/target`.
        var pointer: String
        var expected: String?
        var found: String?

        var description: String {
            "form \(ordinal) \(pointer): expected \(expected ?? "nothing"), found \(found ?? "nothing")"
        }
    }

    /// Whether line breaks before list items have to agree as well.
    enum LineBreaks { case ignored, compared }

    /// The number of fields compared.
    private(set) var compared = 0
    private(set) var differences: [Difference] = []

    /// The share of the compared fields that agree.
    var agreement: Double {
        compared == 0 ? 0 : Double(compared - min(differences.count, compared)) / Double(compared)
    }

    var description: String {
        (["\(differences.count) of \(compared) fields differ"] + differences.map(\.description)).joined(separator: "\n")
    }

    private let lineBreaks: LineBreaks

    init(of readings: [FormReading], with gold: [[String: Any]], lineBreaks: LineBreaks = .ignored) throws {
        self.lineBreaks = lineBreaks
        let printed = try JSONSerialization.jsonObject(with: JSONEncoder().encode(readings))
        let found = printed as? [[String: Any]] ?? []
        if found.count != gold.count {
            compared += 1
            differences.append(
                Difference(ordinal: 0, pointer: "", expected: "\(gold.count) forms", found: "\(found.count) forms"))
        }
        for (index, form) in gold.enumerated() {
            compareForm(form, index < found.count ? found[index] : [:], ordinal: index + 1)
        }
    }

    // MARK: Walking both sides

    /// Keys of a form that README.md says are not compared, and those that only one side knows.
    private static let leftOut: Set<String> = [
        "title", "note", "notes", "templateNote", "level1Weights", "totalWeight", "yearSource", "budgetYear",
        "budgetYearSource", "executionRateUnit", "codeLabelPrinted", "uncertainFields", "uncertain", "unplaced",
        "lowConfidence",
    ]

    private mutating func compareForm(_ gold: [String: Any], _ found: [String: Any], ordinal: Int) {
        var leftOut = Self.leftOut
        for entry in gold["uncertainFields"] as? [[String: Any]] ?? [] {
            if let field = entry["field"] as? String { leftOut.insert(field) }
        }
        if gold["yearSource"] as? String == "inferred" { leftOut.insert("year") }
        let keys = Set(gold.keys).union(found.keys).subtracting(leftOut).subtracting(["indicators"])
        for key in keys.sorted() { compare(gold[key], found[key], ordinal: ordinal, pointer: "/" + key) }
        compareRows(
            gold["indicators"] as? [[String: Any]] ?? [], found["indicators"] as? [[String: Any]] ?? [],
            ordinal: ordinal)
    }

    private mutating func compareRows(_ gold: [[String: Any]], _ found: [[String: Any]], ordinal: Int) {
        compareLeaf("\(gold.count) rows", "\(found.count) rows", ordinal: ordinal, pointer: "/indicators")
        for (index, row) in gold.enumerated() where row["uncertain"] as? Bool != true {
            var row = row
            var other = index < found.count ? found[index] : [:]
            // In the OCR layout the undivided satisfaction row is printed inside 效益指标: either level 1 is right.
            if row["level2"] as? String == "满意度指标", ["满意度指标", "效益指标"].contains(other["level1"] as? String) {
                row["level1"] = nil
                other["level1"] = nil
            }
            for key in Set(row.keys).union(other.keys).subtracting(Self.leftOut).sorted() {
                compare(row[key], other[key], ordinal: ordinal, pointer: "/indicators/\(index)/\(key)")
            }
        }
    }

    private mutating func compare(_ gold: Any?, _ found: Any?, ordinal: Int, pointer: String) {
        if let gold = gold as? [String: Any] {
            let found = found as? [String: Any] ?? [:]
            for key in Set(gold.keys).union(found.keys).sorted() {
                compare(gold[key], found[key], ordinal: ordinal, pointer: "\(pointer)/\(key)")
            }
        } else {
            compareLeaf(gold.map(folded), found.map(folded), ordinal: ordinal, pointer: pointer)
        }
    }

    private mutating func compareLeaf(_ gold: String?, _ found: String?, ordinal: Int, pointer: String) {
        // A blank cell that only one side mentions is no difference.
        if gold == nil, found == "" { return }
        compared += 1
        guard gold != found else { return }
        differences.append(Difference(ordinal: ordinal, pointer: pointer, expected: gold, found: found))
    }

    /// NFKC without white space; integers and booleans as their text, marked so that `"3"` is not `3`.
    private func folded(_ value: Any) -> String {
        guard let text = value as? String else { return "JSON \(value)" }
        let kept = text.unicodeScalars.filter {
            !$0.properties.isWhitespace || (lineBreaks == .compared && $0 == "\n")
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: kept)
        return String(result).precomposedStringWithCompatibilityMapping
            .filter { lineBreaks == .compared && $0 == "\n" || !$0.isWhitespace }
    }
}
