/// A line of the indicator table with its cells brought under their columns.
struct ScannedIndicatorLine: Sendable, Hashable {
    var number: Int
    var page: Int
    /// The cells left of 三级指标: first and second level, and the head at the side.
    var headings: [String] = []
    /// 三级指标, 年度指标值, 实际完成值 and the reason: the columns of ``Column``, in its order.
    var cells: [String] = ["", "", "", ""]
    /// 分值 and 得分, where the line closes a row.
    var points: (weight: String, score: String)? {
        get { weight.map { ($0, score) } }
        set { (weight, score) = (newValue?.weight, newValue?.score ?? "") }
    }
    private var weight: String?
    private var score = ""
    /// What the scan shows on the line but no cell can hold.
    var strays: [String] = []
    /// The columns in which something was taken away.
    var damaged: Set<Column> = []

    /// Places the cells of a line by the grid.
    init(_ line: ScannedLine, grid: ScannedGrid) {
        number = line.number
        page = line.page
        let closing = grid.closingColumn(of: line)
        guard let weightColumn = closing ?? grid.weightColumn(of: line) else {
            strays = line.cells.filter { !$0.isEmpty }
            return
        }
        let nameColumn = weightColumn - 3
        headings = line.cells.prefix(max(nameColumn, 0)).filter { !$0.isEmpty }
        for column in [Column.name, .target, .actual] {
            place(line[nameColumn + column.rawValue], under: column, closes: closing != nil)
        }
        let afterScore = line.cells.dropFirst(weightColumn + 2).filter { !$0.isEmpty && !CellContent.isVoid($0) }
        cells[Column.reason.rawValue] = CellContent.join(afterScore.map { CellContent.compact($0) })
        if closing != nil {
            points = (CellContent.number(line[weightColumn]) ?? "", CellContent.number(line[weightColumn + 1]) ?? "")
        } else {
            strays += [line[weightColumn], line[weightColumn + 1]].filter { !$0.isEmpty && !CellContent.isVoid($0) }
        }
    }

    private mutating func place(_ cell: String, under column: Column, closes: Bool) {
        let isGarbled =
            !closes && (column == .name ? ScannedNoise.isGarbled(name: cell) : ScannedNoise.isGarbled(value: cell))
        if isGarbled {
            strays.append(cell)
            damaged.insert(column)
        } else {
            cells[column.rawValue] =
                CellContent.isVoid(cell) && column != .reason ? voidText(cell) : CellContent.compact(cell)
        }
    }

    /// Dashes may be all that a cell prints; underscores are rules.
    private func voidText(_ cell: String) -> String { cell.contains("/") || cell.contains("—") ? cell : "" }

    subscript(column: Column) -> String { cells[column.rawValue] }

    /// Whether nothing but headings or strays stands on the line.
    var hasNoCells: Bool { cells.allSatisfy(\.isEmpty) }
}
