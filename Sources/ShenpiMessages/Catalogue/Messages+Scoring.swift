extension Messages {
    /// Rules, reasons and grades of score sheets.
    static let scoring: [String: Entry] = [
        "score.grade.优": Entry("优", "excellent"),
        "score.grade.良": Entry("良", "good"),
        "score.grade.中": Entry("中", "fair"),
        "score.grade.差": Entry("差", "poor"),
        "score.rule.execution-rate": Entry("按执行率", "by execution rate"),
        "score.rule.met": Entry("达到", "met"),
        "score.rule.proportional": Entry("按比例", "in proportion"),
        "score.rule.reverse-proportional": Entry("反向按比例", "in reverse proportion"),
        "score.rule.zero-target": Entry("目标为零", "target is zero"),
        "score.rule.met-is-full": Entry("未超即满分", "within budget: full"),
        "score.rule.range": Entry("区间", "range"),
        "score.rule.date": Entry("按期限", "by date"),
        "score.rule.text-equal": Entry("与目标文字相同", "repeats the target"),
        "score.rule.qualitative": Entry("定性分档", "qualitative band"),
        "score.rule.not-applicable": Entry("不适用", "not applicable"),
        "score.rule.not-comparable": Entry("无法比较", "not comparable"),
        "score.rule.no-actual": Entry("未填实际完成值", "no actual value"),
        "score.rule.no-rate": Entry("无执行率", "no rate"),
        "score.reason.weight-missing": Entry("分值未填或不是数字", "the weight is missing or not a number"),
        "score.reason.weighted-though-not-applicable": Entry(
            "标为不适用却有分值 {weight}", "marked not applicable, yet weighs {weight}"),
        "score.reason.actual-missing": Entry("未填实际完成值", "the actual value is missing"),
        "score.reason.actual-not-applicable": Entry(
            "有目标，实际却写不适用", "there is a target, yet the actual says not applicable"),
        "score.reason.target-unmeasurable": Entry("目标无法量化", "the target cannot be measured"),
        "score.reason.actual-unmeasurable": Entry("实际完成值无法量化", "the actual value cannot be measured"),
        "score.reason.kinds-differ": Entry("目标与实际不是同一类数值", "target and actual are of different kinds"),
        "score.reason.units-differ": Entry("单位不一致（{target} / {actual}）", "the units differ ({target} / {actual})"),
        "score.reason.actual-open": Entry(
            "实际完成值只给出了无关的一侧", "the actual is bounded only on the side that decides nothing"),
        "score.reason.above-range": Entry("超过目标区间上限 {upper}", "above the upper end {upper} of the range"),
        "score.reason.negative-target": Entry("目标小于零", "the target is below zero"),
        "score.reason.date-undecided": Entry("日期不够精确，无法判断", "the dates are too coarse to compare"),
        "score.reason.late": Entry("超过期限", "after the deadline"),
        "score.reason.nothing-measured": Entry(
            "实际完成值只是重复目标，没有测量", "the actual repeats the target; nothing was measured"),
        "score.reason.strict-bound-touched": Entry("恰好等于不含本数的界限 {bound}", "exactly at the excluded bound {bound}"),
        "score.reason.over-fulfilled": Entry(
            "达到目标的 {percent}%，超过 {limit}%，请说明原因", "{percent}% of the target, above {limit}%: give a reason"),
        "score.reason.deviation-reason-missing": Entry("未满分，缺少偏差原因分析及改进措施", "below full marks without a reason"),
        "score.reason.claim-contradicts-funds": Entry("文字所称与资金数不符", "a claim in the text contradicts the funds"),
        "score.reason.claim-unchecked": Entry("文字所称无资金数可核对", "a claim in the text could not be checked"),
        "score.reason.comparator-assumed": Entry(
            "未写比较符，按“{comparator}”", "no comparator written, taken as “{comparator}”"),
        "score.reason.unit-assumed": Entry("只有一侧写了单位（{unit}）", "the unit {unit} stands on one side only"),
        "score.reason.budget-zero": Entry("全年预算数为零，须由人评定", "the full-year budget is zero: a person decides"),
        "score.reason.funds-unreadable": Entry("资金数缺失或不是数字", "the funds are missing or not numbers"),
        "score.reason.funds-over-budget": Entry("执行率超过 100%", "more was spent than budgeted"),
        "score.reason.rate-differs": Entry(
            "表中执行率 {printed}，按数计算为 {computed}", "the printed rate is {printed}, computed {computed}"),
        "score.judgement.unknown-row": Entry("没有这一行", "there is no such row"),
        "score.judgement.duplicate-row": Entry("同一行给了两次分", "two scores for one row"),
        "score.judgement.computed-row": Entry("该行由规则计分，不能由人评定", "this row is scored by a rule"),
        "score.judgement.actual-missing": Entry("请先填实际完成值", "the actual value comes first"),
        "score.judgement.weight-missing": Entry("该行没有分值", "the row has no weight"),
        "score.judgement.too-precise": Entry("最多两位小数", "at most two decimals"),
        "score.judgement.out-of-band": Entry("超出可评定的范围", "outside what may be entered"),
        "score.judgement.reason-missing": Entry("无法比较的行须写明理由", "a reason is needed where nothing can be compared"),
    ]
}
