internal import BudgetPerformance

/// Headings of the first and second level, which open a group.
extension PrintedIndicators {
    /// A heading that begins at a fragment, and the fragment after it. Headings stand at the left: at the beginning of a line after
    /// a blank line, or behind another heading.
    func heading(at index: Int, level1: String, limit: Int) -> (Heading, next: Int)? {
        let fragment = fragments[index]
        let isAtLeft =
            fragment.leadsLine
            ? fragment.lineBeginsParagraph || followsPoints(index) || hasPoints(index, limit: limit)
            : followsHeading(index, level1: level1)
        if PrintedSections.isIndicatorsHead(fragment.text), fragment.leadsLine { return (.side, index + 1) }
        guard isAtLeft else { return nil }
        var text = ""
        for count in 0..<3 where index + count < limit {
            let part = fragments[index + count]
            text += part.text
            var found = IndicatorHeading.level1(text)
            var next = index + count + 1
            if found != nil, found?.weight == nil, next < limit,
                let points = IndicatorHeading.points(fragments[next].text)
            {
                found?.weight = points
                next += 1
            }
            let second = IndicatorHeading.level2(text)
            if let found, isLevel1(found, before: next, second: second, level1: level1, limit: limit) {
                return (.level1(found), next)
            }
            if let second { return (.level2(second), index + count + 1) }
            guard IndicatorHeading.beginsLevel2(text), part.width >= 3 else { return nil }
        }
        return nil
    }

    private func isLevel1(
        _ found: IndicatorHeading.Level1, before next: Int, second: String?, level1: String, limit: Int
    ) -> Bool {
        if found.weight != nil || second == nil { return true }
        // 满意度指标 and 成本指标 are names of both levels.
        if found.name == level1 { return false }
        guard next < limit else { return false }
        if let name = IndicatorHeading.level2(fragments[next].text) {
            return IndicatorHeading.group(ofLevel2: name) == found.name
        }
        return IndicatorHeading.beginsLevel2(fragments[next].text) && fragments[next].width >= 4
            && found.name != IndicatorTree.Level2.cost.rawValue
    }

    private func followsPoints(_ index: Int) -> Bool { index > 0 && fragments[index - 1].value != nil }

    private func hasPoints(_ index: Int, limit: Int) -> Bool {
        if IndicatorHeading.level1(fragments[index].text)?.weight != nil { return true }
        return index + 1 < limit && IndicatorHeading.level1(fragments[index].text) != nil
            && IndicatorHeading.points(fragments[index + 1].text) != nil
    }

    private func followsHeading(_ index: Int, level1: String) -> Bool {
        guard index > 0 else { return true }
        return fragments[index - 1].traits.isHeadingWord
    }

    /// Whether a word is, or ends, a heading.
    static func isHeadingWord(_ word: String) -> Bool {
        IndicatorHeading.level1(word) != nil || IndicatorHeading.level2(word) != nil
            || PrintedSections.isIndicatorsHead(word) || IndicatorHeading.points(word) != nil
    }
}
