/// The first elements of several sorted runs, up to a limit. Of a run no more is read than can be among them.
struct FirstOnes<Element> {
    let limit: Int
    let precedes: (Element, Element) -> Bool
    private(set) var elements: [Element] = []

    init(limit: Int, by precedes: @escaping (Element, Element) -> Bool) {
        self.limit = limit
        self.precedes = precedes
    }

    /// Merges a run, whose elements `next` gives in order.
    mutating func merge(_ next: () throws -> Element?) throws {
        var merged: [Element] = []
        var known = elements[...]
        while merged.count < limit, let element = try next() {
            while merged.count < limit, let first = known.first, !precedes(element, first) {
                merged.append(known.removeFirst())
            }
            if merged.count < limit { merged.append(element) }
        }
        merged += known.prefix(limit - merged.count)
        elements = merged
    }
}
