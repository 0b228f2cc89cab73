internal import Foundation

extension SelfEvaluation {
    /// This form with 得分 and 总分 taken from a sheet. Lines that have not settled keep a blank score, and so does the total.
    public func filled(from sheet: ScoreSheet) -> SelfEvaluation {
        var form = self
        for line in sheet.lines {
            let text = PrintedNumber(line.isSettled ? line.score?.plainText ?? "" : "")
            switch line.row {
            case .funds: form.funds.score = text
            case .indicator(let number):
                guard form.indicators.indices.contains(number - 1) else { continue }
                form.indicators[number - 1].score = text
            }
        }
        form.totalWeight = PrintedNumber(sheet.totalWeight?.plainText ?? "")
        form.totalScore = PrintedNumber(sheet.isComplete ? sheet.computedTotal?.plainText ?? "" : "")
        return form
    }
}
