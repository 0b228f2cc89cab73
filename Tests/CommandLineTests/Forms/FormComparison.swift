import Foundation
import JSONDocument

/// Compares what `forms read` printed with what a careful person read in the same tables.
///
/// Strings are compared folded (NFKC) and without white space; what the gold marks as uncertain, and what the README of the
/// forms lists as not compared, is left out; a blank cell that only one side mentions is no difference. The rules are those
/// of `OfficialFormsTests/Gold/GoldComparison`, over the printed JSON instead of values.
struct FormComparison: CustomStringConvertible {
    private(set) var compared = 0
    private(set) var differences: [String] = []

    var agreement: Double { compared == 0 ? 0 : 1 - Double(differences.count) / Double(compared) }
    var description: String {
        "\(differences.count) of \(compared) fields differ\n" + differences.joined(separator: "\n")
    }

    /// Pointers at which the program said that it is not sure, by form.
    private var doubtful: [Set<String>] = []
    /// Differences where the program did not say that it is not sure.
    private(set) var unannounced: [String] = []

    private static let leftOut: Set<String> = [
        "title", "note", "notes", "templateNote", "level1Weights", "totalWeight", "yearSource", "budgetYear",
        "budgetYearSource", "executionRateUnit", "codeLabelPrinted", "uncertainFields", "uncertain", "unplaced",
        "lowConfidence",
    ]

    init(printed: JSONValue, gold: JSONValue) {
        let printed = printed.array ?? []
        let gold = gold.array ?? []
        doubtful = printed.map { form in
            Set((form["lowConfidence"]?.array ?? []).compactMap { $0["pointer"]?.string })
        }
        leaf("\(gold.count) forms", "\(printed.count) forms", form: 0, "")
        for (index, form) in gold.enumerated() where index < printed.count {
            compare(form, printed[index], form: index)
        }
    }

    private mutating func compare(_ gold: JSONValue, _ printed: JSONValue, form: Int) {
        var leftOut = Self.leftOut.union(["indicators"])
        leftOut.formUnion((gold["uncertainFields"]?.array ?? []).compactMap { $0["field"]?.string })
        if gold["yearSource"]?.string == "inferred" { leftOut.insert("year") }
        members(gold, printed, form: form, "", leavingOut: leftOut)
        let expected = gold["indicators"]?.array ?? []
        let found = printed["indicators"]?.array ?? []
        leaf("\(expected.count) rows", "\(found.count) rows", form: form, "/indicators")
        for (index, row) in expected.enumerated() where row["uncertain"]?.bool != true {
            var leftOut = Self.leftOut
            let other = index < found.count ? found[index] : .object(JSONObject())
            // In the OCR layout the undivided satisfaction row is printed inside 效益指标: either level 1 is right.
            if row["level2"]?.string == "满意度指标", ["满意度指标", "效益指标"].contains(other["level1"]?.string) {
                leftOut.insert("level1")
            }
            members(row, other, form: form, "/indicators/\(index)", leavingOut: leftOut)
        }
    }

    private mutating func members(
        _ gold: JSONValue, _ printed: JSONValue, form: Int, _ pointer: String, leavingOut: Set<String>
    ) {
        let keys = Set(gold.object?.keys ?? []).union(printed.object?.keys ?? []).subtracting(leavingOut)
        for key in keys.sorted() { value(gold[key], printed[key], form: form, pointer + "/" + key) }
    }

    private mutating func value(_ gold: JSONValue?, _ printed: JSONValue?, form: Int, _ pointer: String) {
        if gold?.object != nil {
            members(gold ?? .null, printed ?? .null, form: form, pointer, leavingOut: [])
        } else {
            leaf(gold.map(folded), printed.map(folded), form: form, pointer)
        }
    }

    private mutating func leaf(_ gold: String?, _ printed: String?, form: Int, _ pointer: String) {
        if gold == nil, printed == "" { return }
        compared += 1
        guard gold != printed else { return }
        let text = "form \(form + 1) \(pointer): expected \(gold ?? "nothing"), printed \(printed ?? "nothing")"
        differences.append(text)
        let isAnnounced = doubtful.indices.contains(form) && doubtful[form].contains { pointer.hasPrefix($0) }
        if !isAnnounced { unannounced.append(text) }
    }

    private func folded(_ value: JSONValue) -> String {
        guard let text = value.string else { return "JSON \(value)" }
        return text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    }
}
