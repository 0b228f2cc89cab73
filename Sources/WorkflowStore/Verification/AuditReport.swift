/// What a verification has found.
public struct AuditReport: Sendable, Hashable, Codable {
    /// How many events were checked.
    public var events: Int
    /// How many cases were checked.
    public var cases: Int
    /// How many streams were checked.
    public var streams: Int
    /// What is wrong, in the order of streams and revisions; empty if all is well. At most
    /// ``AuditVerifier/problemLimit``.
    public var problems: [AuditProblem]
    /// How many more problems there are than are listed.
    public var omitted: Int

    /// A report.
    public init(
        events: Int = 0, cases: Int = 0, streams: Int = 0, problems: [AuditProblem] = [], omitted: Int = 0
    ) {
        self.events = events
        self.cases = cases
        self.streams = streams
        self.problems = problems
        self.omitted = omitted
    }

    /// Whether nothing was found.
    public var isIntact: Bool { problems.isEmpty }
}

/// Something that is not as it was written.
public struct AuditProblem: Sendable, Hashable, Codable {
    /// What kind of thing is wrong. The codes are stable.
    public struct Code: RawRepresentable, Sendable, Hashable, Codable {
        /// The code as it is printed.
        public let rawValue: String

        /// A code.
        public init(rawValue: String) { self.rawValue = rawValue }

        init(_ rawValue: String) { self.rawValue = rawValue }

        /// The event's bytes, its hash or its link were changed: the hash is not that of the bytes.
        public static let eventHash = Code("event.hash")
        /// The event does not follow the one before: that one, or this one, was replaced as a whole.
        public static let eventLink = Code("event.link")
        /// Events are missing before this one.
        public static let eventGap = Code("event.gap")
        /// A column beside the bytes says something else than the bytes.
        public static let eventColumns = Code("event.columns")
        /// The bytes are no event.
        public static let eventUnreadable = Code("event.unreadable")
        /// The event cannot have happened after those before it.
        public static let eventReplay = Code("event.replay")
        /// There are events and no case.
        public static let caseMissing = Code("case.missing")
        /// There is a case and no event.
        public static let caseWithoutEvents = Code("case.without-events")
        /// The case's row cannot be read, or is not as it was written.
        public static let caseDamaged = Code("case.damaged")
        /// The case names another last event than there is: events were cut off at the end, or replaced.
        public static let caseHead = Code("case.head")
        /// The case is not what its events add up to.
        public static let caseDiffers = Code("case.differs")
        /// A column beside the case says something else than the case.
        public static let caseColumns = Code("case.columns")
        /// A part that an event names is not there.
        public static let partMissing = Code("part.missing")
        /// A part's bytes were changed.
        public static let partHash = Code("part.hash")
        /// The organisation names another last event than there is.
        public static let organisationHead = Code("organisation.head")
        /// The organisation is not what its events add up to.
        public static let organisationDiffers = Code("organisation.differs")
        /// The organisation's row cannot be read, or is not as it was written.
        public static let organisationDamaged = Code("organisation.damaged")
        /// A definition that was published, or that a case is pinned to, is not there.
        public static let definitionMissing = Code("definition.missing")
        /// A definition's bytes were changed.
        public static let definitionHash = Code("definition.hash")
        /// A definition is there that no event published.
        public static let definitionWithoutEvent = Code("definition.without-event")
        /// The store could not read on here.
        public static let storeDamaged = Code("store.damaged")
    }

    /// The stream.
    public var stream: String
    /// The event within it, where one event can be named.
    public var revision: Int?
    /// What is wrong.
    public var code: Code
    /// What a text is made from.
    public var values: [String: String]

    /// A problem.
    public init(stream: String, revision: Int?, code: Code, values: [String: String] = [:]) {
        self.stream = stream
        self.revision = revision
        self.code = code
        self.values = values
    }
}
