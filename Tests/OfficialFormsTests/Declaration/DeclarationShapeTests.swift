import BudgetPerformance
import OfficialForms
import Testing

/// The same two declarations, printed in the shapes in which offices' tables come: each has to be read as the original.
@Suite struct DeclarationShapeTests {
    struct Shape: CustomTestStringConvertible, Sendable {
        var name: String
        var isCertain = true
        var change: @Sendable (inout DeclarationPrinter) -> Void
        var testDescription: String { name }
    }

    static let shapes: [Shape] = [
        Shape(name: "tabs and full-width colons") { _ in },
        Shape(name: "half-width colons and brackets") {
            $0.colon = ":"
            $0.longTermLabel = "长期目标(跨度多年的项目需填)"
            $0.totalLabel = "项目总金额(中期规划,万元)"
        },
        Shape(name: "other labels") {
            $0.codeLabel = "项目编号"
            $0.longTermLabel = "长期目标(跨多年的项目需填)"
        },
        Shape(name: "labels without colons") { $0.colon = "" },
        Shape(name: "one label a line") { $0.labelsALine = 1 },
        Shape(name: "head with blanks for tabs") { $0.separator = " " },
        Shape(name: "head with nothing between its fields") { $0.separator = "" },
        Shape(name: "names without 指标") { $0.suffix = false },
        Shape(name: "full-width stars") { $0.star = "＊" },
        Shape(name: "drawn stars") { $0.star = "★ " },
        Shape(name: "merged cells") { $0.rows = .merged },
        Shape(name: "merged cells, rows beginning with the second level") {
            ($0.rows, $0.suffix) = (.mergedWithoutFirstCell, false)
        },
        Shape(name: "no header line") { $0.printsHeader = false },
        Shape(name: "rows with single blanks") { $0.rows = .singleBlanks },
        Shape(name: "rows with wide blanks") { $0.rows = .wideBlanks },
        Shape(name: "one cell a line") { $0.rows = .oneCellALine },
        Shape(name: "explanations wrapped") { $0.widths = [40, 40, 60, 40, 24] },
        Shape(name: "names and explanations wrapped") { $0.widths = [40, 40, 12, 40, 24] },
        Shape(name: "every column wrapped") { $0.widths = [6, 12, 14, 12, 24] },
        Shape(name: "texts on lines of their own") { $0.textWidth = 40 },
        Shape(name: "page breaks with a repeated header") {
            $0.pageBreak = ["", "- 3 -", "", "一级指标\t二级指标\t三级指标\t指标值\t指标解释"]
        },
        Shape(name: "page breaks with bare numbers") { $0.pageBreak = ["", "12", ""] },
        Shape(name: "page breaks with a repeated title") { $0.pageBreak = ["", "第 3 页", "二级项目支出绩效目标申报表", ""] },
        Shape(name: "Windows line ends") { $0.lineEnd = "\r\n" },
        Shape(name: "old line ends") { $0.lineEnd = "\r" },
        Shape(name: "blank lines everywhere") { $0.lineEnd = "\n \n\n" },
        Shape(name: "no title") { $0.title = nil },
        Shape(name: "a title with its year") { $0.title = "2024年 二级项目支出绩效目标申报表（预算）" },
    ]

    @Test(arguments: shapes)
    func `A declaration is read from every shape in which it is printed`(shape: Shape) throws {
        var printer = DeclarationPrinter()
        shape.change(&printer)
        let forms = [SampleDeclarations.streets, SampleDeclarations.books]
        let text = forms.map { printer.print($0) }.joined(separator: printer.lineEnd)
        let readings = try SampleDeclarations.readings(of: text)
        #expect(readings.count == 2)
        for (reading, form) in zip(readings, forms) {
            var expected = form
            expected.title = printer.title.map { $0.filter { $0 != " " } }
            guard case .declaration(let found) = reading.form else {
                Issue.record("no declaration")
                continue
            }
            // A list that is wrapped anywhere, or blanks that were lost, may print its breaks otherwise.
            #expect(found.withoutBlanks == expected.withoutBlanks)
            #expect(reading.unplaced == [])
            #expect(reading.lowConfidence == [])
        }
    }

    @Test func `Clean tables keep their line breaks before list items, and their stars`() throws {
        for form in [SampleDeclarations.streets, SampleDeclarations.books] {
            #expect(try SampleDeclarations.declaration(in: DeclarationPrinter().print(form)) == form)
        }
        var printer = DeclarationPrinter()
        printer.star = ""
        let unstarred = try SampleDeclarations.declaration(in: printer.print(SampleDeclarations.books))
        #expect(unstarred?.indicators.allSatisfy { !$0.required } == true)
    }
}

extension Declaration {
    /// The same values without any blanks in them.
    var withoutBlanks: Declaration {
        func bare(_ text: String?) -> String? { text?.filter { !$0.isWhitespace } }
        var copy = self
        for path in [
            \Declaration.title, \.projectCode, \.projectName, \.applicantUnit, \.primaryBudgetUnit, \.projectType,
            \.allocationMethod, \.policyBasis, \.estimationBasis, \.overview, \.annualGoal, \.longTermGoal,
            \.templateNote,
        ] as [WritableKeyPath<Declaration, String?>] {
            copy[keyPath: path] = bare(copy[keyPath: path])
        }
        copy.indicators = indicators.map {
            DeclaredIndicator(
                level1: $0.level1, level2: $0.level2, required: $0.required, level3: bare($0.level3) ?? "",
                target: bare($0.target) ?? "", explanation: bare($0.explanation) ?? "")
        }
        return copy
    }
}
