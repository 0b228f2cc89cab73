import BudgetPerformance

@testable import OfficialForms

/// Small evaluations in our own words, as the two extractions would print them.
enum SelfEvaluationSample {
    static func lines(_ text: String) -> [TextLine] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
            TextLine(number: $0.offset + 1, text: String($0.element))
        }
    }

    /// A printed form around the text of its indicator table.
    static func printed(
        _ table: String, goals: String = "保持设备完好。 设备完好。", total: String = "总分 100 96.50 —"
    ) -> String {
        """

        项目支出绩效自评表
        项目编码： 440300230010020030004 项目名称：

        公园长椅与灯具养
        护经费

        绩效自评年度： 2023

        实施单位： 某区公园所 一级预算单位： 某区城管局

        资金使用情况

        年初预算数 全年预算数 全年执行数 分值
        执行率
        （%）

        得分

        项目资金（元）

        年度资金总额 1,200.00 1000.00 865.00 10 86.50 8.65

        其中：当年财政拨款 1200.00 1000.00 865.00 — — —

        上年结转资金 0.00 0.00 0.00 — — —

        其他资金 0.00 0.00 0.00 — — —

        项目目标完成情况

        年度总体目标

        预期目标 * 实际完成情况

        \(goals)

        年度绩效指标

        一级指标 二级指标 三级指标 年度指标值 * 实际完成值 * 分值 * 得分
        偏差原因分析及改

        进措施

        \(table)

        \(total)
        备注：

        """
    }

    static func readPrinted(_ text: String) -> LayoutReading {
        let lines = lines(text)
        let layout = PrintedSelfEvaluationLayout()
        let start = lines.indices.first { layout.begins(at: $0, in: lines) } ?? 0
        return layout.read(lines[start...])
    }

    /// A scanned form around the lines of its indicator table; `⇥` stands for a tab.
    static func scanned(_ table: String, goals: String = "⇥修好灯具⇥⇥⇥灯具已修好⇥⇥⇥⇥⇥") -> String {
        """
        附件 3:

        项目名称⇥⇥灯具养⇥护经费⇥⇥项目金额⇥⇥⇥12000. 50⇥⇥
        主管部门⇥⇥某⇥区城管局⇥⇥实施单位⇥⇥⇥⇥⇥
        ⇥⇥⇥年初预算数⇥全年预算数⇥全年执行数⇥分值⇥执行 率⇥得分⇥⇥
        项目资金⇥年度⇥资金总额⇥12000.50⇥12000. 50⇥9000.00⇥10⇥0. 75⇥7. 50⇥⇥
        (元)⇥其中:⇥当年财政拨款⇥12000.50⇥12000.50⇥9000.00⇥⇥0.75⇥_⇥⇥
        ⇥上年⇥结转资金⇥0. 00⇥0.00⇥0.00⇥⇥0.00⇥_⇥⇥
        ⇥其⇥他资金⇥0.00⇥0.00⇥0.00⇥⇥0.00⇥_⇥⇥
        ⇥⇥预期⇥目标⇥⇥⇥实际完成情况⇥⇥⇥⇥
        \(goals)
        ⇥一级指标⇥二级指标⇥三级指标⇥年度指标值⇥实际完成值⇥分值⇥得分⇥偏差原因分析及改进措施⇥⇥
        \(table)
        总分⇥⇥⇥⇥⇥⇥100⇥97. 50⇥_
        """.replacing("⇥", with: "\t")
    }

    static func readScanned(_ text: String) -> LayoutReading {
        let lines = lines(text)
        let layout = ScannedSelfEvaluationLayout()
        let start = lines.indices.first { layout.begins(at: $0, in: lines) } ?? 0
        return layout.read(lines[start...])
    }
}

extension LayoutReading {
    /// The evaluation that was read.
    var evaluation: SelfEvaluation {
        if case .selfEvaluation(let form) = form { return form }
        return SelfEvaluation()
    }

    /// Each row as one line of text.
    var rows: [String] {
        evaluation.indicators.map { row in
            ([row.level2, row.level3, row.target, row.actual, row.weight.text, row.score.text]
                + (row.deviationReason.map { [$0] } ?? [])).joined(separator: "|")
        }
    }
}
