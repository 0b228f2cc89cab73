extension TableView {
    /// What stands between two columns.
    static let gap = "  "

    /// The narrowest that a wrapping column becomes.
    private static let narrowest = 16

    /// The columns that are printed, and how wide each is.
    ///
    /// Columns that may be left out go first, from the right; then the widest of those that wrap are made narrower.
    ///
    /// - Parameter room: The cells of a line; `nil` where there is no limit.
    func fitted(to room: Int?) -> [(column: Int, width: Int)] {
        var fit = columns.indices.map { column in
            let widest = rows.map { CellWidth.of($0[column]) }.max() ?? 0
            return (column: column, width: max(CellWidth.of(columns[column].title), widest))
        }
        guard let room else { return fit }
        func excess() -> Int { fit.map(\.width).reduce(0, +) + (fit.count - 1) * CellWidth.of(Self.gap) - room }
        while excess() > 0, let last = fit.lastIndex(where: { columns[$0.column].whenNarrow == .leftOut }) {
            fit.remove(at: last)
        }
        while excess() > 0 {
            let wrapping = fit.indices.filter {
                columns[fit[$0].column].whenNarrow == .wraps && fit[$0].width > Self.narrowest
            }
            guard let widest = wrapping.max(by: { fit[$0].width < fit[$1].width }) else { break }
            let next = wrapping.filter { $0 != widest }.map { fit[$0].width }.max() ?? 0
            let step = max(1, min(excess(), fit[widest].width - max(next, Self.narrowest)))
            fit[widest].width -= step
        }
        return fit
    }
}
