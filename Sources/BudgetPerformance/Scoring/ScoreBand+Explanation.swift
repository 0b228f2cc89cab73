extension ScoreBand {
    /// The bands that an explanation (指标解释) defines, e.g. `“好”则为“90%-100%”，“中”则为“70%-90%”`, best first; none where it defines
    /// fewer than two, or where they overlap.
    public static func defined(in explanation: String) -> [ScoreBand] {
        guard explanation.contains("%") || explanation.contains("％") else { return [] }
        let clauses = TargetText.fold(explanation).split { "，,；;。、\n".contains($0) }
        var bands: [ScoreBand] = []
        for clause in clauses {
            guard let band = ScoreBand(clause: String(clause)) else { continue }
            bands.append(band)
        }
        bands.sort { $0.upperPercent > $1.upperPercent }
        guard bands.count > 1 else { return [] }
        for (upper, lower) in zip(bands, bands.dropFirst()) where lower.upperPercent > upper.lowerPercent { return [] }
        return bands
    }

    /// The band whose words an actual value uses; the longest words win (`部分达成` before `达成`).
    static func named(in actual: String, of bands: [ScoreBand]) -> ScoreBand? {
        var best: (length: Int, band: ScoreBand)?
        for band in bands {
            for label in band.labels where actual.contains(label) && label.count > best?.length ?? 0 {
                best = (label.count, band)
            }
        }
        return best?.band
    }

    /// Whether one of the band's words is this label.
    func names(_ label: String) -> Bool { labels.contains(label) }

    /// One clause: a label, then a range of whole percentages.
    private init?(clause: String) {
        let quotes: Set<Character> = ["“", "”", "\"", "'", "‘", "’", "「", "」", "(", ")", "[", "]", "【", "】"]
        let plain = clause.filter { !quotes.contains($0) }
        guard let first = plain.firstIndex(where: { "0"..."9" ~= $0 }) else { return nil }
        var label = String(plain[..<first])
        for connector in ["则为", "则是", "则", "即为", "即", "对应", "为", "是", ":", "=", "得"] where label.hasSuffix(connector) {
            label.removeLast(connector.count)
            break
        }
        guard (1...6).contains(label.count) else { return nil }
        guard case .range(let lower, let upper) = TargetValue(String(plain[first...])).reading, lower.isShare,
            upper.isShare, let low = Int(lower.amount.plainText), let high = Int(upper.amount.plainText),
            (0...100).contains(low), (0...100).contains(high)
        else { return nil }
        self.init(labels: [label], lowerPercent: low, upperPercent: high)
    }
}
