/// 项目资金（元）: the four lines of money of an evaluation and the execution record. All amounts in 元.
public struct FundsTable: Codable, Sendable, Hashable {
    /// One line: 年初预算数, 全年预算数, 全年执行数.
    public struct Line: Codable, Sendable, Hashable {
        /// 年初预算数.
        public var initialBudget: PrintedNumber
        /// 全年预算数.
        public var fullYearBudget: PrintedNumber
        /// 全年执行数.
        public var executed: PrintedNumber
        /// 执行率, where the line prints one of its own.
        public var executionRate: PrintedNumber?

        /// A line of three amounts; `""` is a blank cell.
        public init(
            initialBudget: PrintedNumber = "", fullYearBudget: PrintedNumber = "", executed: PrintedNumber = "",
            executionRate: PrintedNumber? = nil
        ) {
            self.initialBudget = initialBudget
            self.fullYearBudget = fullYearBudget
            self.executed = executed
            self.executionRate = executionRate
        }
    }

    /// 年度资金总额.
    public var total: Line
    /// 当年财政拨款.
    public var fiscal: Line?
    /// 上年结转资金.
    public var carriedOver: Line?
    /// 其他资金.
    public var other: Line?
    /// 分值 of the total line.
    public var weight: PrintedNumber?
    /// 执行率 of the total line, as printed.
    public var executionRate: PrintedNumber?
    /// 得分 of the total line, as printed.
    public var score: PrintedNumber?

    /// A funds table whose other lines are not printed.
    public init(total: Line = Line()) {
        self.total = total
    }
}
