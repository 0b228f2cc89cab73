import BudgetPerformance
import Testing

@testable import OfficialForms

/// One way in which the extraction prints a row, and what stands in it.
struct PrintedRowCase: Sendable, CustomTestStringConvertible {
    var mechanism: String
    var text: String
    var rows: [String]
    /// Whether a careful reader would doubt as well.
    var isDoubtful = false
    var testDescription: String { mechanism }
}

@Suite struct SelfEvaluationPrintedTests {
    static let cases: [PrintedRowCase] = [
        PrintedRowCase(
            mechanism: "all cells on one line", text: "数量指标\n\n修剪灌木面积 ≥300亩 320亩 5 5",
            rows: ["数量指标|修剪灌木面积|≥300亩|320亩|5|5"]),
        PrintedRowCase(
            mechanism: "heading and row at one height", text: "成本指标 灯具单价\n≤30元 30元 5 5",
            rows: ["成本指标|灯具单价|≤30元|30元|5|5"]),
        PrintedRowCase(
            mechanism: "a wrapped name whose last line ends with a blank",
            text: "数量指标\n\n公园长椅油漆翻新\n及更换数量 \n\n≥40张 41张 5 5", rows: ["数量指标|公园长椅油漆翻新及更换数量|≥40张|41张|5|5"]),
        PrintedRowCase(
            mechanism: "a wrapped name that meets the target", text: "质量指标\n\n公园灯具完好抽查\n合格比率 ≥97% 98.5% 5 5",
            rows: ["质量指标|公园灯具完好抽查合格比率|≥97%|98.5%|5|5"]),
        PrintedRowCase(
            mechanism: "a target that stands off the line", text: "质量指标\n\n灯具故障率\n＜3%\n\n2% 5 5",
            rows: ["质量指标|灯具故障率|＜3%|2%|5|5"]),
        PrintedRowCase(
            mechanism: "a target that wraps behind the name's last line",
            text: "时效指标\n\n养护公司接到通知\n到达时间 按照合同约定时间\n\n到达\n30分钟到达 5 5",
            rows: ["时效指标|养护公司接到通知到达时间|按照合同约定时间到达|30分钟到达|5|5"]),
        PrintedRowCase(
            mechanism: "target and actual value both wrapped",
            text: "成本指标 养护总支出\n≤全年预算120.50\n\n万元\n实际支付118.20万\n元，未超年初预算\n\n5 5",
            rows: ["成本指标|养护总支出|≤全年预算120.50万元|实际支付118.20万元，未超年初预算|5|5"]),
        PrintedRowCase(
            mechanism: "aligned lines without a blank line are one cell",
            text: "社会效益指标 市民咨询答复次数\n为周边居民解答养\n护问题次数≥60次\n\n75次 5 5",
            rows: ["社会效益指标|市民咨询答复次数|为周边居民解答养护问题次数≥60次|75次|5|5"]),
        PrintedRowCase(
            mechanism: "unused rows without target and actual value",
            text: "经济效益指标 不适用 0 0\n\n生态效益指标 不适用 0 0", rows: ["经济效益指标|不适用|||0|0", "生态效益指标|不适用|||0|0"]),
        PrintedRowCase(
            mechanism: "a wrapped heading", text: "满意度指标\n(10分)\n\n服务对象满意度指\n标\n\n游客满意率 ≥90% 93% 10 10",
            rows: ["服务对象满意度指标|游客满意率|≥90%|93%|10|10"]),
        PrintedRowCase(
            mechanism: "a reason behind the score", text: "数量指标\n\n巡查次数 ≥52次 48次 5 4.62 台风停园四周。\n\n补种次数 2次 2次 5 5",
            rows: ["数量指标|巡查次数|≥52次|48次|5|4.62|台风停园四周。", "数量指标|补种次数|2次|2次|5|5"]),
        PrintedRowCase(
            mechanism: "a reason that wraps below the score",
            text: "数量指标\n\n巡查次数 ≥52次 48次 5 4.62\n台风期间全区停园\n四周，下年补巡。\n\n补种次数 2次 2次 5 5",
            rows: ["数量指标|巡查次数|≥52次|48次|5|4.62|台风期间全区停园四周，下年补巡。", "数量指标|补种次数|2次|2次|5|5"]),
        PrintedRowCase(
            mechanism: "a reason that begins behind the score and ends on a short line",
            text: "质量指标\n\n园林养护服务质量 优 良 4 3.85 养护质量有待改\n进。\n\n养护工人到岗情况\n按照合同约定\n\n全员到岗 4 4",
            rows: ["质量指标|园林养护服务质量|优|良|4|3.85|养护质量有待改进。", "质量指标|养护工人到岗情况|按照合同约定|全员到岗|4|4"],
            isDoubtful: true),
        PrintedRowCase(
            mechanism: "a frequency in words below a full name", text: "数量指标\n\n全园安全检查次数\n每月不少于2次\n\n26次 5 5",
            rows: ["数量指标|全园安全检查次数|每月不少于2次|26次|5|5"]),
        PrintedRowCase(
            mechanism: "one, two and three lines of name, target and actual value",
            text:
                "社会效益指标\n\n方便居民就近散步\n休憩，减少绕行往\n\n返\n\n实现“推窗见绿、\n出门见园”\n\n已实现 15 15",
            rows: ["社会效益指标|方便居民就近散步休憩，减少绕行往返|实现“推窗见绿、出门见园”|已实现|15|15"]),
        PrintedRowCase(
            mechanism: "bare numbers as target and actual value", text: "数量指标\n\n灯塔数 3 3 5 5",
            rows: ["数量指标|灯塔数|3|3|5|5"]),
        PrintedRowCase(
            mechanism: "a blank actual value", text: "数量指标\n\n补种次数 ≥2次 5 0\n\n清塘次数 ≥1次 1次 5 5",
            rows: ["数量指标|补种次数|≥2次||5|0", "数量指标|清塘次数|≥1次|1次|5|5"]),
        PrintedRowCase(
            mechanism: "a page ends between rows of one group",
            text:
                "产出指标\n(50分)\n\n数量指标\n\n补种次数 2次 2次 5 5\n\n\n(限40字以内)\n\nlenovo\n导入模板无需填写\n\n\n\n年度绩效指标\n\n产出指标\n(50分)\n\n数量指标\n\n清塘次数 1次 1次 5 5",
            rows: ["数量指标|补种次数|2次|2次|5|5", "数量指标|清塘次数|1次|1次|5|5"]),
        PrintedRowCase(
            mechanism: "cost as a first-level group",
            text: "成本指标\n(20分)\n\n经济成本指标\n\n灯具单价 ≤30元 30元 20 20\n\n产出指标\n(30分)\n\n数量指标\n\n补种次数 2次 2次 5 5",
            rows: ["经济成本指标|灯具单价|≤30元|30元|20|20", "数量指标|补种次数|2次|2次|5|5"]),
    ]

    @Test(arguments: cases)
    func `A row is put together again`(_ row: PrintedRowCase) {
        let reading = SelfEvaluationSample.readPrinted(SelfEvaluationSample.printed(row.text))
        #expect(reading.rows == row.rows)
        #expect(reading.unplaced == [])
        #expect(reading.lowConfidence.isEmpty != row.isDoubtful)
    }

    @Test func `The head gives fields, funds and points`() {
        let reading = SelfEvaluationSample.readPrinted(
            SelfEvaluationSample.printed("产出指标\n(45分)\n\n数量指标\n\n补种次数 2次 2次 45 45"))
        let form = reading.evaluation
        #expect(form.title == "项目支出绩效自评表")
        #expect(form.projectCode == "440300230010020030004")
        #expect(form.projectName == "公园长椅与灯具养护经费")
        #expect(form.year == 2023)
        #expect(form.yearSource == .printed)
        #expect(form.implementingUnit == "某区公园所")
        #expect(form.primaryBudgetUnit == "某区城管局")
        #expect(form.funds.total.initialBudget == "1200.00")
        #expect(form.funds.fiscal?.executed == "865.00")
        #expect(form.funds.fiscal?.executionRate == nil)
        #expect(form.funds.executionRate == "86.50")
        #expect(form.funds.score == "8.65")
        #expect(form.executionRateUnit == .percent)
        #expect(form.level1Weights == ["产出指标": "45"])
        #expect(form.indicators.first?.level1 == "产出指标")
        #expect(form.totalWeight == "100")
        #expect(form.totalScore == "96.50")
        #expect(form.expectedGoal == "保持设备完好。")
        #expect(form.actualCompletion == "设备完好。")
        #expect(reading.notes == ["备注："])
    }

    @Test func `A project without money prints dashes for its rate`() {
        let text = SelfEvaluationSample.printed("数量指标\n\n补种次数 2次 2次 5 5")
            .replacing("1,200.00 1000.00 865.00 10 86.50 8.65", with: "0.00 0.00 0.00 10 — —")
        let form = SelfEvaluationSample.readPrinted(text).evaluation
        #expect(form.funds.total.executed == "0.00")
        #expect(form.funds.weight == "10")
        #expect(form.funds.executionRate == nil)
        #expect(form.funds.score == nil)
    }

    @Test func `Goals are parted where the extraction goes to the right`() {
        let long = "全年保持公园内长椅、路灯和标识牌完好，及时修补破损的路面与围栏，让周边居民有\n一个整洁安静的去处。"
        let reading = SelfEvaluationSample.readPrinted(
            SelfEvaluationSample.printed("数量指标\n\n补种次数 2次 2次 5 5", goals: long + "\n\n长椅和路灯全部修好，\n路面修补两处。"))
        #expect(reading.evaluation.expectedGoal == long.replacing("\n", with: ""))
        #expect(reading.evaluation.actualCompletion == "长椅和路灯全部修好，路面修补两处。")
    }

    @Test func `Comments of the template are notes, with their authors`() {
        let reading = SelfEvaluationSample.readPrinted(
            SelfEvaluationSample.printed(
                "数量指标\n\n补种次数 2次 2次 5 5\n\n\n(限200字以内)\n新增项目年度目标为必填项\n\nAdministrator\n限60字内\n\n\n\n年度绩效指标\n\n清塘次数 1次 1次 5 5"
            ))
        #expect(reading.rows.count == 2)
        #expect(reading.notes == ["(限200字以内)", "新增项目年度目标为必填项", "Administrator", "限60字内", "备注："])
    }
}
