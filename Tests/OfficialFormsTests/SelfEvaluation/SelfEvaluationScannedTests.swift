import BudgetPerformance
import Testing

@testable import OfficialForms

/// One way in which a scan prints rows, and what stands in them. `⇥` stands for a tab.
struct ScannedRowCase: Sendable, CustomTestStringConvertible {
    var mechanism: String
    var text: String
    var rows: [String]
    var testDescription: String { mechanism }
}

@Suite struct SelfEvaluationScannedTests {
    static let cases: [ScannedRowCase] = [
        ScannedRowCase(
            mechanism: "a row on one line, blanks inside words and numbers",
            text: "年度绩效⇥产出指标⇥ 数量指标⇥换灯 30盏⇥30 盏⇥28 盏⇥10⇥9. 33⇥⇥", rows: ["数量指标|换灯30盏|30盏|28盏|10|9.33"]),
        ScannedRowCase(
            mechanism: "a name that began two lines above",
            text: "⇥⇥⇥公园步道维⇥⇥⇥⇥⇥⇥\n⇥产出指标⇥数量指标⇥护与补种长⇥⇥⇥⇥⇥⇥\n⇥⇥⇥度⇥大于2里⇥3 里⇥4⇥4⇥⇥", rows: ["数量指标|公园步道维护与补种长度|大于2里|3里|4|4"]),
        ScannedRowCase(
            mechanism: "names of groups in the middle of their cells",
            text: """
                ⇥⇥⇥换灯数量⇥30盏⇥30盏⇥5⇥5⇥⇥
                ⇥⇥数量指标⇥补种次数⇥2次⇥2次⇥5⇥5⇥⇥
                ⇥⇥⇥巡查人数⇥4人⇥4人⇥5⇥5⇥⇥
                ⇥⇥⇥灯具完好率⇥95%⇥96%⇥5⇥5⇥⇥
                ⇥⇥质量指标⇥苗木成活率⇥95%⇥96%⇥5⇥5⇥⇥
                ⇥⇥⇥验收合格率⇥95%⇥96%⇥5⇥5⇥⇥
                """,
            rows: [
                "数量指标|换灯数量|30盏|30盏|5|5", "数量指标|补种次数|2次|2次|5|5", "数量指标|巡查人数|4人|4人|5|5",
                "质量指标|灯具完好率|95%|96%|5|5", "质量指标|苗木成活率|95%|96%|5|5", "质量指标|验收合格率|95%|96%|5|5",
            ]),
        ScannedRowCase(
            mechanism: "a wrapped name of a group, an unused row",
            text: "⇥⇥经济效益指⇥⇥⇥⇥⇥⇥⇥\n⇥⇥标⇥不适用⇥不适用⇥不适用⇥0⇥0⇥⇥", rows: ["经济效益指标|不适用|不适用|不适用|0|0"]),
        ScannedRowCase(
            mechanism: "satisfaction inside the group of benefits",
            text: "⇥效益指标⇥社会效益指标⇥游园环境⇥改善⇥改善⇥20⇥20⇥⇥\n⇥⇥满意度指标⇥游客满意度⇥高于 90%⇥92%⇥20⇥20⇥⇥",
            rows: ["社会效益指标|游园环境|改善|改善|20|20", "满意度指标|游客满意度|高于90%|92%|20|20"]),
        ScannedRowCase(
            mechanism: "a further page with a grid of its own, and the rest of a reason on top of it",
            text:
                "⇥⇥数量指标⇥换灯数量⇥30盏⇥20盏⇥5⇥3.33⇥灯具到货晚于计划,下年改为提前⇥⇥\n\n⇥⇥⇥⇥⇥⇥⇥采购入库\n⇥质量指标⇥完好率⇥95%⇥96%⇥5⇥5⇥⇥",
            rows: ["数量指标|换灯数量|30盏|20盏|5|3.33|灯具到货晚于计划,下年改为提前采购入库", "质量指标|完好率|95%|96%|5|5"]),
        ScannedRowCase(
            mechanism: "a name that goes on over the page",
            text:
                "⇥⇥⇥公园灯具完⇥⇥⇥⇥⇥⇥\n⇥⇥数量指标⇥好情况检查⇥95%⇥96%⇥5⇥5⇥⇥\n⇥⇥⇥苗木养护达⇥90%⇥90%⇥5⇥5⇥⇥\n\n⇥标率⇥⇥⇥⇥⇥\n⇥清理水面落⇥⇥⇥⇥⇥\n⇥叶次数⇥2次⇥2次⇥5⇥5⇥",
            rows: ["数量指标|公园灯具完好情况检查|95%|96%|5|5", "数量指标|苗木养护达标率|90%|90%|5|5", "数量指标|清理水面落叶次数|2次|2次|5|5"]),
        ScannedRowCase(
            mechanism: "half-seen lines are no text",
            text:
                "⇥⇥4 1 1/1 14 -⇥⇥⇥⇥⇥⇥⇥\n⇥⇥⇥灯具更换⇥2 3.0⇥⇥_⇥⇥⇥\n⇥⇥数量指标⇥数量⇥30盏⇥30盏⇥5⇥5⇥_⇥",
            rows: ["数量指标|灯具更换数量|30盏|30盏|5|5"]),
        ScannedRowCase(
            mechanism: "a line that is shifted against its grid",
            text:
                "⇥⇥数量指标⇥换灯数量⇥30盏⇥30盏⇥5⇥5⇥⇥\n⇥⇥⇥补种次数⇥2次⇥2次⇥5⇥5⇥⇥\n1E .k 似⇥数里钼⇥清塘次数⇥1次⇥1次⇥5⇥5⇥⇥",
            rows: ["数量指标|换灯数量|30盏|30盏|5|5", "数量指标|补种次数|2次|2次|5|5", "数量指标|清塘次数|1次|1次|5|5"]),
        ScannedRowCase(
            mechanism: "a reason that goes on below the points",
            text:
                "⇥⇥数量指标⇥换灯数量⇥30盏⇥28盏⇥5⇥4. 67⇥灯具供货延误,余下两盏⇥\n⇥⇥⇥⇥⇥⇥⇥⇥次年更换⇥\n⇥⇥质量指标⇥亮灯率⇥99%⇥99%⇥5⇥5⇥⇥",
            rows: ["数量指标|换灯数量|30盏|28盏|5|4.67|灯具供货延误,余下两盏次年更换", "质量指标|亮灯率|99%|99%|5|5"]),
    ]

    @Test(arguments: cases)
    func `Rows are put together again`(_ row: ScannedRowCase) {
        #expect(SelfEvaluationSample.readScanned(SelfEvaluationSample.scanned(row.text)).rows == row.rows)
    }

    @Test func `The head gives fields and funds although their cells are cut`() {
        let reading = SelfEvaluationSample.readScanned(
            SelfEvaluationSample.scanned("⇥⇥数量指标⇥2022 年换灯⇥30盏⇥30盏⇥5⇥5⇥⇥"))
        let form = reading.evaluation
        #expect(form.projectName == "灯具养护经费")
        #expect(form.projectAmountYuan == "12000.50")
        #expect(form.supervisingDepartment == "某区城管局")
        #expect(form.implementingUnit == "")
        #expect(form.funds.total.fullYearBudget == "12000.50")
        #expect(form.funds.weight == "10")
        #expect(form.funds.executionRate == "0.75")
        #expect(form.funds.score == "7.50")
        #expect(form.funds.carriedOver?.executionRate == "0.00")
        #expect(form.funds.other?.executed == "0.00")
        #expect(form.executionRateUnit == .fraction)
        #expect(form.expectedGoal == "修好灯具")
        #expect(form.actualCompletion == "灯具已修好")
        #expect(form.year == 2022)
        #expect(form.yearSource == .inferred)
        #expect(form.totalWeight == "100")
        #expect(form.totalScore == "97.50")
        #expect(reading.notes == ["附件 3:"])
    }

    @Test func `What is cut or repeated by overlapping cells is marked`() {
        let reading = SelfEvaluationSample.readScanned(
            SelfEvaluationSample.scanned("⇥⇥质量指标⇥灯具验收⇥100%验收合格⇥100%验收合⇥5⇥5⇥⇥")
                .replacing("某\t区城管局", with: "某区城\t城管局"))
        #expect(reading.evaluation.supervisingDepartment == "某区城管局")
        #expect(reading.lowConfidence.map(\.pointer).sorted() == ["/indicators/0/actual", "/supervisingDepartment"])
        #expect(reading.evaluation.indicators.first?.actual == "100%验收合")
    }
}
