internal import Foundation

extension ScoreSheet {
    /// This sheet with the scores that persons entered, and every entry that was not taken.
    ///
    /// An entry is taken only for a line that needs a person, with at most two decimals, within the line's band; where nothing
    /// could be compared it needs a reason. Entries for computed lines are refused. Refused entries change nothing.
    public func judged(by entries: [JudgedScore]) -> (sheet: ScoreSheet, refusals: [JudgementRefusal]) {
        var sheet = self
        var refusals: [JudgementRefusal] = []
        var seen: Set<ScoreRow> = []
        for entry in entries {
            guard let index = lines.firstIndex(where: { $0.row == entry.row }) else {
                refusals.append(JudgementRefusal(.unknownRow, entry))
                continue
            }
            if !seen.insert(entry.row).inserted {
                refusals.append(JudgementRefusal(.duplicateRow, entry))
            } else if let refusal = ScoreSheet.refusal(of: entry, for: lines[index]) {
                refusals.append(refusal)
            } else {
                sheet.lines[index].judged = entry
            }
        }
        return (sheet, refusals)
    }

    private static func refusal(of entry: JudgedScore, for line: LineScore) -> JudgementRefusal? {
        guard line.needsPerson else { return JudgementRefusal(.computedRow, entry) }
        guard line.rule != .noActual else { return JudgementRefusal(.actualMissing, entry) }
        guard let allowed = line.allowed else { return JudgementRefusal(.weightMissing, entry) }
        guard entry.score == entry.score.roundedHalfUp() else { return JudgementRefusal(.tooPrecise, entry) }
        guard allowed.contains(entry.score) else { return JudgementRefusal(.outOfBand, entry, allowed: allowed) }
        let needsReason = line.rule == .notComparable || line.rule == .noRate
        if needsReason, entry.reason.allSatisfy(\.isWhitespace) { return JudgementRefusal(.reasonMissing, entry) }
        return nil
    }
}
