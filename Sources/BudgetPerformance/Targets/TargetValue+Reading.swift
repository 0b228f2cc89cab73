extension TargetValue {
    /// Reads a cell. Never fails: what cannot be measured says why.
    public init(_ text: String, in context: TargetContext = TargetContext()) {
        self.init(text: text, reading: .unmeasurable(.noNumber))
    }
}
