internal import Foundation

extension TargetValue {
    /// The value in one fixed spelling. Read again in the same context it gives the same value; what is only assumed is not
    /// written, and an unmeasurable text stays as it was.
    public var canonicalText: String {
        let sign = comparatorSource == .written || comparatorSource == nil ? comparator?.rawValue ?? "" : ""
        switch reading {
        case .measure(let measure): return (event ?? "") + sign + spelled(measure)
        case .level(let measure): return sign + spelled(measure)
        case .range(let lower, let upper):
            var low = lower
            low.per = []
            if low.unit == upper.unit, low.scale == upper.scale {
                low.unit = ""
                low.scale = 1
            }
            return sign + spelled(low) + "-" + spelled(upper)
        case .deadline(let date): return spelled(date)
        case .recurringDeadline(let deadline):
            let month = deadline.month.map { "\($0)月" } ?? ""
            let end = deadline.day.map { "\($0)日前" } ?? (deadline.period == "季度" ? "末前" : "底前")
            return "每" + deadline.period + month + end
        case .label(let label): return label
        case .notApplicable: return IndicatorTree.notApplicable
        case .unmeasurable: return text
        }
    }

    private func spelled(_ measure: Measure) -> String {
        var unit = measure.unit
        if unit == "元", assumptions.contains(.moneyUnit) { unit = "" }
        if ["月", "季度"].contains(unit) { unit = "个" + unit }
        let scale = TargetVocabulary.scaleNames[measure.scale] ?? ""
        return measure.value.plainText + scale + unit + measure.per.map { "/" + $0 }.joined()
    }

    /// `2024年6月30日前`, `6月底前`, `第三季度末前`; without an end word where none was written.
    private func spelled(_ date: DeadlineDate) -> String {
        let isBounded = comparatorSource == .written
        let year = date.year.map { "\($0)年" } ?? ""
        guard let month = date.month else { return year + (date.isBorderOpen ? "前" : isBounded ? "内" : "") }
        if let day = date.day { return "\(year)\(month)月\(day)日" + (isBounded ? "前" : "") }
        let end = date.isBorderOpen ? "前" : isBounded ? "末前" : ""
        switch date.months {
        case 3: return "\(year)第\(month / 3)季度\(end)"
        case 6: return year + (month == 6 ? "上半年" : "下半年") + end
        default: return "\(year)\(month)月" + end.replacing("末", with: "底")
        }
    }
}
