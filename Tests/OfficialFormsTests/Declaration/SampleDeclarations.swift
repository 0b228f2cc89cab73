import BudgetPerformance
import OfficialForms

/// Declarations in our own words, made for these tests.
enum SampleDeclarations {
    private static func row(
        _ level2: IndicatorTree.Level2, _ level3: String, _ target: String, _ explanation: String
    ) -> DeclaredIndicator {
        DeclaredIndicator(
            level1: level2.level1.rawValue, level2: level2.rawValue, required: level2.isStarred, level3: level3,
            target: target, explanation: explanation)
    }

    private static func unused(_ level2: IndicatorTree.Level2) -> DeclaredIndicator {
        row(level2, "不适用", "不适用", "不适用")
    }

    /// Streets cleaned by machine: two rows under two second-level names, long texts, a thousands' amount.
    static let streets: Declaration = {
        var form = Declaration(indicators: [
            row(.quantity, "机械清扫道路里程", "≥120公里", "统计年内由机械清扫的道路里程是否达到计划"),
            row(.quantity, "配备清扫车辆数", "15辆", "统计投入使用的清扫车辆数"),
            row(.quality, "路面洁净抽检合格率", "≥95%", "抽检合格路段除以抽检路段总数，结果不低于计划即为达标"),
            row(.timeliness, "垃圾清运完成时间", "每日22:00前", "当日垃圾在规定时刻之前运走"),
            row(.cost, "清扫单价", "8.6万元/公里/年", "按合同约定的单价结算"),
            unused(.economic),
            row(.social, "改善街区环境面貌", "明显改善", "通过回访了解街区环境是否有明显改善，分三档评定"),
            row(.social, "环境投诉下降率", "下降10%", "与上一年度的投诉件数比较"),
            unused(.ecological),
            row(.sustainable, "长效保洁机制", "建立", "是否形成长期执行的保洁制度"),
            row(.serviceSatisfaction, "沿街居民满意度", "≥90%", "问卷中表示满意的居民所占比例"),
            unused(.otherSatisfaction),
        ])
        form.title = "二级项目支出绩效目标申报表"
        form.projectCode = "440399240110100200031"
        form.projectName = "街区道路机械清扫服务"
        form.applicantUnit = "滨河区环境卫生中心（本级）"
        form.primaryBudgetUnit = "滨河区城市管理局"
        form.implementationPeriodYears = 3
        form.projectType = "31 履职类项目"
        form.isNewProject = true
        form.allocationMethod = "因素法"
        form.totalAmountWan = "3612.00"
        form.annualAmountWan = "1204.00"
        form.policyBasis = "依据滨河区环境卫生管理办法第九条，以及区政府关于提高清扫机械化水平的会议纪要。"
        form.estimationBasis = "1. 清扫服务120公里，每公里8.6万元\n2. 车辆保险15辆，每辆11.4667万元"
        form.annualGoal = "完成一百二十公里道路的机械清扫，保持路面洁净，投诉件数较上一年度有所下降。"
        form.longTermGoal = "建立稳定的机械清扫与巡查制度，使主要道路的清扫机械化率逐年提高。"
        return form
    }()

    /// Books for reading rooms, edition with an overview, half-width punctuation.
    static let books: Declaration = {
        var form = Declaration(indicators: [
            row(.quantity, "采购图书册数", "2000册", "考察入库图书册数"),
            row(.quality, "图书验收合格率", "100%", "考察入库前的验收结果"),
            row(.timeliness, "采购完成时间", "2024年11月底前", "考察采购进度"),
            row(.cost, "平均单价", "≤45元/册", "考察采购成本"),
            unused(.economic),
            row(.social, "借阅人次增长", "较高", "考察借阅情况"),
            unused(.ecological),
            unused(.sustainable),
            row(.serviceSatisfaction, "读者满意度", "≥85%", "考察读者评价"),
            unused(.otherSatisfaction),
        ])
        form.title = "二级项目支出绩效目标申报表"
        form.projectCode = "440399240110100200032"
        form.projectName = "阅览室图书采购"
        form.applicantUnit = "滨河区图书馆"
        form.primaryBudgetUnit = "滨河区文化局"
        form.implementationPeriodYears = 1
        form.projectType = "15 其他经费"
        form.isNewProject = false
        form.allocationMethod = "项目法"
        form.totalAmountWan = "27.00"
        form.annualAmountWan = "9.00"
        form.overview = "为三个社区阅览室补充图书,每室不少于六百册。"
        form.annualGoal = "年内完成采购和上架。"
        form.longTermGoal = ""
        return form
    }()

    /// The readings of a text.
    static func readings(of text: String) throws -> [FormReading] {
        try FormReader().readings(of: Array(text.utf8), source: "table.txt").readings
    }

    /// The only declaration of a text.
    static func declaration(in text: String) throws -> Declaration? {
        let all = try readings(of: text)
        guard all.count == 1, case .declaration(let declaration) = all[0].form else { return nil }
        return declaration
    }
}
