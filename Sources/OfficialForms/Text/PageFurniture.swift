/// Lines that belong to the page or to the template and to no field: page numbers, limits and hints of the template, and the
/// names of the authors of its comments.
enum PageFurniture: Sendable {
    /// Whether the whole line is furniture.
    static func isFurniture(_ glyphs: Glyphs) -> Bool {
        guard glyphs.count <= 60 else { return false }
        let line = glyphs.folded
        return isPageNumber(line) || isTemplateComment(line)
    }

    /// `- 3 -`, `— 3 —`, `第 3 页`, `第3页 共10页`, `3/10`, `Page 3 of 10`; a bare number only with `bareNumbers`.
    static func isPageNumber(_ folded: Glyphs, bareNumbers: Bool = false) -> Bool {
        guard (1...20).contains(folded.count) else { return false }
        let dashes: Set<Unicode.Scalar> = ["-", "—", "–", "―", "_", "·", "~", "－", "一"]
        let digits = folded.filter(Glyph.isDigit).count
        guard digits > 0, digits <= 8 else { return false }
        if folded.count == digits { return bareNumbers && digits <= 3 }
        if bareNumbers, folded.count == digits + 1, folded.dropFirst().dropLast().contains("/") { return true }
        if let first = folded.first, let last = folded.last, dashes.contains(first), dashes.contains(last), digits <= 4
        {
            return folded.allSatisfy { dashes.contains($0) || Glyph.isDigit($0) }
        }
        if folded.contains("页") {
            return folded.allSatisfy { Glyph.isDigit($0) || ["第", "页", "共", "/", ",", "，", "-"].contains($0) }
        }
        let text = folded.string.lowercased()
        if text.hasPrefix("page") {
            return Glyphs(text).allSatisfy { Glyph.isDigit($0) || "page of/".unicodeScalars.contains($0) }
        }
        return false
    }

    /// What the template says to the person who fills it in: `(限40字以内)`, `导入模板无需填写`, `…为必填项`.
    static func isTemplateComment(_ folded: Glyphs) -> Bool {
        guard (2...40).contains(folded.count) else { return false }
        let text = folded.filter { $0 != "(" && $0 != ")" && $0 != "。" && $0 != ":" && $0 != "*" }
        let line = text.string
        if ["Windows用户", "WindowsUser", "Administrator", "admin", "微软用户", "作者", "User", "用户"].contains(line) {
            return true
        }
        if line.hasPrefix("限"), line.hasSuffix("字") || line.hasSuffix("字以内") || line.hasSuffix("字内") {
            return text.contains(where: Glyph.isDigit)
        }
        if line.hasSuffix("字以内") || line.hasSuffix("字内"), text.contains(where: Glyph.isDigit), text.count <= 12 {
            return true
        }
        if line.hasSuffix("为必填项") || line.hasSuffix("项目必填") || line.hasSuffix("为必填") { return true }
        return line.hasPrefix("导入模板") || line.hasPrefix("导出模板") || line.hasPrefix("置灰")
    }
}
