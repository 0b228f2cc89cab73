internal import Foundation

/// What a text claims about the money. Claims are checked against the funds, never believed.
enum FundsClaim: Sendable {
    /// The budget that a claim speaks of.
    private enum Budget: Sendable { case initial, fullYear }

    private static let claims: [(words: String, budget: Budget)] = [
        ("未超年初预算", .initial), ("未超出年初预算", .initial), ("未超过年初预算", .initial), ("没有超年初预算", .initial),
        ("不超年初预算", .initial), ("不超过年初预算", .initial), ("控制在年初预算", .initial), ("在年初预算内", .initial),
        ("未超预算", .fullYear), ("未超出预算", .fullYear), ("未超过预算", .fullYear), ("没有超预算", .fullYear),
        ("未超全年预算", .fullYear), ("未超过全年预算", .fullYear), ("未超年度预算", .fullYear), ("未超过年度预算", .fullYear),
        ("不超预算", .fullYear), ("不超过预算", .fullYear), ("未超支", .fullYear), ("没有超支", .fullYear),
        ("无超支", .fullYear), ("控制在预算", .fullYear), ("在预算内", .fullYear), ("在预算范围内", .fullYear),
        ("预算范围内", .fullYear),
    ]

    /// The claims in a text that the funds contradict, or that no funds are there to check.
    static func reasons(in text: String, funds: FundsTable?) -> [ScoreReason] {
        guard text.contains("超") || text.contains("预算") else { return [] }
        let folded = TargetText.fold(text)
        guard let claim = claims.first(where: { folded.contains($0.words) }) else { return [] }
        let budget = claim.budget == .initial ? funds?.total.initialBudget : funds?.total.fullYearBudget
        guard let limit = budget?.decimal, let executed = funds?.total.executed.decimal else {
            return [ScoreReason(.claimUnchecked, ["claim": claim.words])]
        }
        guard executed > limit else { return [] }
        return [
            ScoreReason(
                .claimContradictsFunds,
                ["claim": claim.words, "executed": executed.plainText, "budget": limit.plainText])
        ]
    }
}
