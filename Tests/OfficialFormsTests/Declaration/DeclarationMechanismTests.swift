import BudgetPerformance
import Testing

@testable import OfficialForms

/// One small table for each thing that real tables do.
@Suite struct DeclarationMechanismTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        /// Lines below the title, code and applicant.
        var lines: [String]
        var check: @Sendable (Declaration) -> Bool
        var testDescription: String { name }
    }

    private static func reading(of lines: [String]) throws -> FormReading {
        let head = ["二级项目支出绩效目标申报表", "项目编码：\t440399240110100200033\t申请单位：\t滨河区档案馆"]
        return try #require(
            try SampleDeclarations.readings(of: (head + lines).joined(separator: "\n")).first, "no form was found")
    }

    static let header = "一级指标\t二级指标\t三级指标\t指标值\t指标解释"

    static let heads: [Case] = [
        Case(name: "thousands separators", lines: ["项目总金额（万元）：\t12,345.60\t本年度项目金额（万元）：\t１，０００．００"]) {
            $0.totalAmountWan == "12345.60" && $0.annualAmountWan == "1000.00"
        },
        Case(name: "units behind amounts", lines: ["项目总金额：\t30.50万元"]) { $0.totalAmountWan == "30.50" },
        Case(name: "the amount of a year", lines: ["2024年度项目金额（万元）：\t8.00"]) { $0.annualAmountWan == "8.00" },
        Case(name: "years with their unit", lines: ["实施期限：\t三年"]) { $0.implementationPeriodYears == 3 },
        Case(name: "ticked boxes", lines: ["是否新增项目：\t□是 ☑否"]) { $0.isNewProject == false },
        Case(name: "a blank field", lines: ["项目名称：\t\t分配方式：\t因素法"]) {
            $0.projectName == "" && $0.allocationMethod == "因素法"
        },
        Case(name: "a missing field", lines: ["分配方式：\t因素法"]) { $0.projectName == nil },
        Case(name: "code and name of the type", lines: ["项目类型：\t15其他经费"]) { $0.projectType == "15 其他经费" },
        Case(name: "blanks inside words and numbers", lines: ["项 目 名 称：\t档案 数字 化\t项目总金额：\t1 2. 50"]) {
            $0.projectName == "档案数字化" && $0.totalAmountWan == "12.50"
        },
        Case(name: "blanks between Latin words", lines: ["项目名称：\tOCR Engine 3 采购"]) {
            $0.projectName == "OCR Engine 3采购"
        },
        Case(name: "values wrapped in two columns", lines: ["项目名称：\t档案库房\t一级预算单位：\t滨河区档案", "\t改造\t\t管理局"]) {
            $0.projectName == "档案库房改造" && $0.primaryBudgetUnit == "滨河区档案管理局"
        },
        Case(name: "a label wrapped in its column", lines: ["项目总金额（中期规\t9.00", "划，万元）：\t", "分配方式：\t因素法"]) {
            $0.totalAmountWan == "9.00" && $0.allocationMethod == "因素法"
        },
        Case(name: "a label wrapped on lines of its own", lines: ["长期目标", "（跨度多年的项目", "需填）：", "建成库房。"]) {
            $0.longTermGoal == "建成库房。"
        },
        Case(name: "HTML remains", lines: ["测算依据：\t<ol class=\"x\"> 1. 甲项3万元 2. 乙项5万元</ol>&nbsp;"]) {
            $0.estimationBasis == "1. 甲项3万元\n2. 乙项5万元"
        },
        Case(name: "numbers that open a line are no list", lines: ["测算依据：\t共计", "2024年", "12. 5万元，其中", "3.5万元为税费"]) {
            $0.estimationBasis == "共计2024年12.5万元，其中3.5万元为税费"
        },
        Case(name: "lists in several styles", lines: ["年度目标：\t（1）整理；", "（2）扫描。", "长期目标：\t一、建库", "二、开放"]) {
            $0.annualGoal == "（1）整理；\n（2）扫描。" && $0.longTermGoal == "一、建库\n二、开放"
        },
        Case(name: "a page break inside a text", lines: ["年度目标：\t整理馆藏", "", "— 7 —", "", "\t档案三万卷。\t\t"]) {
            $0.annualGoal == "整理馆藏档案三万卷。"
        },
        Case(name: "radicals for ideographs", lines: ["⻓期⽬标：\t⼀次建成"]) { $0.longTermGoal == "一次建成" },
        Case(name: "words of a label inside a text", lines: ["政策依据：\t依据年度目标：和测算依据的规定执行"]) {
            $0.policyBasis == "依据年度目标：和测算依据的规定执行" && $0.annualGoal == nil
        },
    ]

    static let tables: [Case] = [
        Case(name: "several rows for one name", lines: [header, "产出指标\t*数量指标\t甲\t1次\t说明一", "\t\t乙\t2次\t说明二"]) {
            $0.indicators.map(\.level3) == ["甲", "乙"] && $0.indicators.allSatisfy { $0.level2 == "数量指标" && $0.required }
        },
        Case(name: "a first-level cell that is missing", lines: [header, "产出\t*数量\t甲\t1次\t说明", "*质量\t乙\t2次\t说明"]) {
            $0.indicators.map(\.level2) == ["数量指标", "质量指标"] && $0.indicators.allSatisfy { $0.level1 == "产出指标" }
        },
        Case(
            name: "a first-level cell in the middle of its rows",
            lines: [header, "\t*数量\t甲\t1次\t说明", "产出\t*质量\t乙\t2次\t说明"]
        ) {
            $0.indicators.allSatisfy { $0.level1 == "产出指标" }
        },
        Case(name: "shifted columns", lines: [header, "产出指标\t\t*数量指标\t甲\t1次\t说明", "效益指标\t*社会效益指标\t\t乙\t较好\t说明"]) {
            $0.indicators.map(\.target) == ["1次", "较好"] && $0.indicators.map(\.level3) == ["甲", "乙"]
        },
        Case(name: "another order of columns", lines: ["一级指标\t二级指标\t三级指标\t指标解释\t指标值", "产出\t数量\t甲\t说明\t1次"]) {
            $0.indicators.first?.target == "1次" && $0.indicators.first?.explanation == "说明"
        },
        Case(
            name: "a merged cell in front of all columns",
            lines: ["绩效指标\t\(header)", "绩效指标\t产出\t数量\t甲\t1次\t说明", "\t\t\t乙\t2次\t说明"]
        ) {
            $0.indicators.map(\.level3) == ["甲", "乙"]
        },
        Case(
            name: "an explanation that goes on behind tabs",
            lines: [header, "产出\t数量\t甲\t1次\t先写一半，", "", "\t\t\t\t再写一半"]
        ) {
            $0.indicators.first?.explanation == "先写一半，再写一半" && $0.indicators.count == 1
        },
        Case(name: "a name that is wrapped", lines: [header, "满意度\t*服务对象满意\t甲\t≥9%\t说明", "\t度\t\t\t"]) {
            $0.indicators.first?.level2 == "服务对象满意度指标" && $0.indicators.first?.level3 == "甲"
        },
        Case(name: "a target that is wrapped", lines: [header, "产出\t时效\t甲\t2024年12月31\t说明", "\t\t\t日前\t"]) {
            $0.indicators.map(\.target) == ["2024年12月31日前"]
        },
        Case(name: "a lost tab before the target", lines: [header, "产出\t数量\t甲乙 10 人\t说明文字"]) {
            $0.indicators.first?.level3 == "甲乙" && $0.indicators.first?.target == "10人"
        },
        Case(name: "a lost tab behind the name", lines: [header, "产出指标 *数量指标 甲乙\t10人\t说明文字"]) {
            $0.indicators.first?.level3 == "甲乙" && $0.indicators.first?.explanation == "说明文字"
        },
        Case(name: "blank cells of an unused row", lines: [header, "效益\t经济效益\t不适用\t\t"]) {
            $0.indicators.map(\.target) == [""] && $0.indicators.map(\.level3) == ["不适用"]
        },
        Case(name: "undivided satisfaction", lines: [header, "满意度指标\t甲满意度\t≥9%\t说明"]) {
            $0.indicators.first?.level2 == "满意度指标" && $0.indicators.first?.level1 == "满意度指标"
        },
        Case(name: "names of later templates", lines: [header, "成本指标\t经济成本指标\t甲\t≤3万元\t说明", "\t社会成本指标\t乙\t无\t说明"]) {
            $0.indicators.map(\.level1) == ["成本指标", "成本指标"] && $0.indicators.map(\.level2) == ["经济成本指标", "社会成本指标"]
        },
        Case(name: "the note of the template", lines: [header, "产出\t数量\t甲\t1次\t说明", "", "备注：灰色单元格不填。"]) {
            $0.templateNote == "备注：灰色单元格不填。" && $0.indicators.map(\.explanation) == ["说明"]
        },
        Case(
            name: "comments of the template",
            lines: [header, "产出\t数量\t甲\t1次\t说明", "(限200字以内)", "Administrator", "\t质量\t乙\t2次\t说明"]
        ) {
            $0.indicators.map(\.explanation) == ["说明", "说明"]
        },
    ]

    @Test(arguments: heads) func `The head is read`(given: Case) throws {
        guard case .declaration(let form) = try Self.reading(of: given.lines).form else { return }
        #expect(given.check(form), "\(form)")
        #expect(form.projectCode == "440399240110100200033" && form.applicantUnit == "滨河区档案馆")
    }

    @Test(arguments: tables) func `The table is read`(given: Case) throws {
        guard case .declaration(let form) = try Self.reading(of: given.lines).form else { return }
        #expect(given.check(form), "\(form.indicators)")
    }

    @Test func `What fits no field is listed with its line, what is doubtful with its pointer`() throws {
        let reading = try Self.reading(of: [
            "项目负责人：\t周某", "实施期限：\t长期", "本年度项目金额（万元）：\t另行核定", Self.header, "产出\t数量\t甲乙 10 人\t说明文字",
        ])
        #expect(reading.unplaced == [.init(line: 3, text: "项目负责人：\t周某"), .init(line: 4, text: "长期")])
        #expect(
            Set(reading.lowConfidence.map(\.pointer)) == [
                "/implementationPeriodYears", "/annualAmountWan", "/indicators/0/level3", "/indicators/0/target",
                "/indicators/0/explanation", "/indicators",
            ])
        #expect(reading.lowConfidence.first { $0.pointer == "/indicators/0/target" }?.lines == [7])
    }

    @Test func `A title is no form where no label follows, nor is a self-evaluation a declaration`() {
        for text in [
            "二级项目支出绩效目标申报表\n", "目录\n二级项目支出绩效目标申报表\n项目支出绩效自评表\n",
            "项目支出绩效自评表\n项目编码：\t1\t项目名称：\t甲\n年初预算数\t全年预算数\n",
        ] {
            #expect(throws: FormReadingError.self) {
                try FormReader(limits: .init(), layouts: [DeclarationLayout()]).readings(
                    of: Array(text.utf8), source: "a")
            }
        }
    }
}
