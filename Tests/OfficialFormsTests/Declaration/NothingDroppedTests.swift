import BudgetPerformance
import Foundation
import Testing

@testable import OfficialForms

/// The law of the reader: every ideograph of the input is in a field, a label, a note or `unplaced`.
@Suite struct NothingDroppedTests {
    /// Words that the reader takes as structure and does not repeat.
    static let structure: [String] =
        DeclarationField.allCases.flatMap(\.labels) + [
            "中期规划", "万元", "跨度多年的项目需填", "跨多年的项目需填", "一级指标", "二级指标", "三级指标", "指标值", "指标解释", "指标",
            "是", "否", "年", "产出", "效益", "满意度", "数量", "质量", "时效", "成本", "经济效益", "社会效益", "生态效益",
            "可持续影响", "服务对象满意度", "其他满意度", "不适用",
        ]

    /// The ideographs of `text` that are neither in the readings nor structure.
    static func dropped(from text: String, in readings: [FormReading]) throws -> [Character: Int] {
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(readings))
        var left = counts(of: text)
        for (character, count) in counts(of: strings(in: json).joined()) { left[character, default: 0] -= count }
        let bare = text.filter { !$0.isWhitespace }
        for word in structure {
            let times = bare.components(separatedBy: word).count - 1
            for character in word { left[character, default: 0] -= times }
        }
        // What stands in the bracket behind a label is part of the label.
        for label in DeclarationField.allCases.flatMap(\.labels) {
            for rest in bare.components(separatedBy: label).dropFirst() where rest.first == "（" || rest.first == "(" {
                guard let close = rest.prefix(41).firstIndex(where: { $0 == "）" || $0 == ")" }) else { continue }
                for character in rest[..<close] { left[character, default: 0] -= 1 }
            }
        }
        return left.filter { $0.value > 0 }
    }

    private static func counts(of text: String) -> [Character: Int] {
        text.reduce(into: [:]) { counts, character in
            if let value = character.unicodeScalars.first?.value, (0x4E00...0x9FFF).contains(value) {
                counts[character, default: 0] += 1
            }
        }
    }

    private static func strings(in json: Any) -> [String] {
        if let text = json as? String { return [text] }
        if let list = json as? [Any] { return list.flatMap(strings) }
        if let object = json as? [String: Any] { return object.values.flatMap(strings) }
        return []
    }

    @Test(arguments: DeclarationShapeTests.shapes)
    func `No shape of a table loses a character`(shape: DeclarationShapeTests.Shape) throws {
        var printer = DeclarationPrinter()
        shape.change(&printer)
        let text = printer.print(SampleDeclarations.streets) + printer.print(SampleDeclarations.books)
        #expect(try Self.dropped(from: text, in: SampleDeclarations.readings(of: text)) == [:])
    }

    @Test func `Strange lines are noted or listed as unplaced, never dropped`() throws {
        let strange = [
            "项目负责人：\t周某\t联系电话：\t八八八八", "主管科室：\t环卫科", "（单位：万元）", "绩效指标表续表", "填报人：吴某\t填报日期：三月",
            "导入模板无需填写", "（限40字以内）", "滨河区财政局监制", "以上内容由系统导出\t第二联", "\t\t\t\t\t\t多出的一格",
        ]
        let lines = DeclarationPrinter().print(SampleDeclarations.streets).components(separatedBy: "\n")
        for text in strange {
            for index in 2...lines.count {
                let whole = (lines[..<index] + [text] + lines[index...]).joined(separator: "\n")
                let readings = try SampleDeclarations.readings(of: whole)
                #expect(readings.count == 1)
                let dropped = try Self.dropped(from: whole, in: readings)
                #expect(dropped == [:], "\(text) at line \(index + 1)")
            }
        }
    }

    @Test func `Damaged tables neither crash the reader nor lose a character`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("damaged tables: seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        for round in 0..<150 {
            var printer = DeclarationPrinter()
            DeclarationShapeTests.shapes.randomElement(using: &generator)?.change(&printer)
            var text = Array(
                (printer.print(SampleDeclarations.streets) + printer.print(SampleDeclarations.books)).unicodeScalars)
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let index = Int.random(in: 0..<text.count, using: &generator)
                switch Int.random(in: 0..<7, using: &generator) {
                case 0: text.insert("\t", at: index)
                case 1: text.insert("\n", at: index)
                case 2: text.insert(" ", at: index)
                case 3: text.remove(at: index)
                case 4: text.removeAll { $0 == "\t" && Bool.random(using: &generator) }
                case 5: text.insert(contentsOf: Array("：（*“1. ".unicodeScalars), at: index)
                default: text.removeSubrange(index..<min(text.count, index + 40))
                }
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: text)
            let damaged = String(view)
            guard let readings = try? SampleDeclarations.readings(of: damaged) else { continue }
            let dropped = try Self.dropped(from: damaged, in: readings)
            #expect(dropped == [:], "seed \(seed), round \(round)")
        }
    }

    @Test func `Width and blanks inside cells do not change what is read`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("width and blanks: seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let text = DeclarationPrinter().print(SampleDeclarations.books)
        let expected = try #require(try SampleDeclarations.declaration(in: text))
        for _ in 0..<50 {
            var changed = String.UnicodeScalarView()
            var previous: Unicode.Scalar = "\n"
            for scalar in text.unicodeScalars {
                let inside = ![scalar, previous].contains { $0 == "\t" || $0 == "\n" }
                if inside, scalar.value > 0x2E80, previous.value > 0x2E80,
                    Int.random(in: 0..<12, using: &generator) == 0
                {
                    changed.append([" ", "\u{3000}", "\u{A0}"].randomElement(using: &generator) ?? " ")
                }
                previous = scalar
                let full = (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) : nil
                changed.append(Bool.random(using: &generator) ? full ?? scalar : scalar)
            }
            let found = try #require(try SampleDeclarations.declaration(in: String(changed)))
            #expect(found.folded == expected.folded, "seed \(seed)")
        }
    }
}

extension Encodable {
    /// The JSON of a value, folded (NFKC) and without blanks.
    fileprivate var folded: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return json.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    }
}
