import Testing

@testable import shenpi

/// Tables on a terminal that is narrower than they are.
@Suite struct TableFittingTests {
    @Test(arguments: [
        ("short", 10, ["short"]),
        ("one two three", 8, ["one two", "three"]),
        ("incomprehensibilities", 8, ["incompre", "hensibil", "ities"]),
        ("项目总金额小于本年度金额", 10, ["项目总金额", "小于本年度", "金额"]),
        // A mark that ends something does not begin a line, one that opens something does not end one.
        ("项目总金额，小于", 10, ["项目总金", "额，小于"]),
        ("项目总金（小于）", 10, ["项目总金", "（小于）"]),
        ("规定不超过 200 字", 12, ["规定不超过", "200 字"]),
        ("a（（字", 5, ["a", "（（", "字"]),
    ])
    func `Texts are wrapped by cells`(text: String, width: Int, lines: [String]) {
        #expect(CellWidth.wrap(text, to: width) == lines)
        #expect(lines.allSatisfy { CellWidth.of($0) <= width })
    }

    @Test func `Nothing is lost but blanks where lines are broken`() {
        let text = "“指标解释” of row 6 has 217 characters（不计空白），规定不超过 200 字。Shorten it, 请精简。"
        for width in 2...100 {
            let lines = CellWidth.wrap(text, to: width)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            #expect(lines.allSatisfy { CellWidth.of($0) <= width }, "\(width): \(lines)")
        }
    }

    private let table = {
        var table = TableView([
            .init(title: "Case"), .init(title: "Words", whenNarrow: .wraps),
            .init(title: "Amount", isNumber: true, whenNarrow: .leftOut), .init(title: "Type", whenNarrow: .leftOut),
            .init(title: "State"),
        ])
        table.add(["440399240610100200002", String(repeating: "字", count: 30), "86.50", "31 履职类项目", "Draft"])
        return table
    }()

    @Test func `A table without a limit is as wide as it is`() {
        #expect(table.fitted(to: nil).map(\.width) == [21, 60, 6, 13, 5])
        #expect(table.fitted(to: 113).map(\.width) == [21, 60, 6, 13, 5])
    }

    @Test func `Columns that may be left out go from the right, then texts wrap`() {
        #expect(table.fitted(to: 112).map(\.column) == [0, 1, 2, 4])
        #expect(table.fitted(to: 97).map(\.column) == [0, 1, 4])
        let narrow = table.fitted(to: 60)
        #expect(narrow.map(\.column) == [0, 1, 4])
        #expect(narrow.map(\.width) == [21, 30, 5])
        #expect(table.fitted(to: 10).map(\.width) == [21, 16, 5])
    }
}
