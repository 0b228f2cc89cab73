public import JSONDocument

/// Looks at a case before an action and says what is wrong with it.
///
/// Laws, held by `WorkflowPluginTesting`:
/// - A verdict is a value: findings, or none. Throwing means "could not decide", and the action is refused with that reason.
/// - The same request gives the same answer; nothing outside is read or changed that the request does not carry.
/// - Findings never repeat what a document says beyond what is needed to find the place.
public protocol Validator: Sendable {
    /// The other forms that the validator wants to see beside the case's own.
    var related: RelatedForms { get }

    /// What is wrong, or worth a look, with the case.
    func validate(_ request: ValidationRequest) async throws -> [Finding]
}

extension Validator {
    /// Only the case's own document.
    public var related: RelatedForms { .none }
}

/// Works out facts about a case that rules and people can read, e.g. a score.
///
/// Scorers of an action run in the order of the file; each sees the facts of those before it.
public protocol Scorer: Sendable {
    /// Facts by name; they are merged into the case's facts.
    func score(_ request: ScoringRequest) async throws -> ScoringAnswer
}

/// Tells somebody that something happened. Delivery is at least once: the notice's id stays the same on every attempt.
public protocol Notifier: Sendable {
    /// Delivers one notice; throwing means "try again later".
    func deliver(_ notice: Notice) async throws
}

/// What the documents of a kind of case consist of: everything that the engine must not know itself.
public protocol DocumentType: Sendable {
    /// The parts, in the order in which they come to be.
    var parts: [DocumentPart] { get }

    /// Paths whose decimal strings rules read as exact numbers, e.g. `document.declaration.annualAmountWan`.
    var decimalPaths: Set<String> { get }

    /// Paths that lists and inbox show, in print order.
    var listedFields: [ListedField] { get }

    /// Names under which single values may be given on a command line, e.g. `executed`, and where they go.
    var inputs: [DocumentInput] { get }

    /// The subject of a case, e.g. a project's code, or `nil` where the document does not tell.
    func subject(of document: CaseDocument) throws -> String?

    /// Why a part cannot be stored as it is: wrong shape, not wrong content.
    func check(part: String, value: JSONValue) -> [Finding]

    /// Completes a part that was given in a few values, e.g. the budget of an execution record from the declaration.
    func complete(part: String, value: JSONValue, document: CaseDocument) throws -> JSONValue

    /// The parts with which a task begins, e.g. the pre-filled evaluation; empty where the task needs none.
    func prefill(task: String, document: CaseDocument, subject: CaseSummary) throws -> [String: JSONValue]
}

/// The other forms that a validator wants to see.
public enum RelatedForms: String, Sendable, Codable, CaseIterable {
    /// None.
    case none
    /// The forms of the same unit and period.
    case sameUnitAndPeriod = "same-unit-and-period"
    /// The form of the same subject in the period before.
    case previousPeriod = "previous-period"
}
