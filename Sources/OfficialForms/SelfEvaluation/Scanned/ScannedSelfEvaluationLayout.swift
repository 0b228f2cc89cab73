struct ScannedSelfEvaluationLayout: TextLayout {
    func begins(at index: Int, in lines: [TextLine]) -> Bool { false }
    func read(_ lines: ArraySlice<TextLine>) -> LayoutReading { PrintedSelfEvaluationLayout().read(lines) }
}
