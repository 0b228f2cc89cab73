internal import Workflow

/// What the events of one stream add up to.
struct AuditReplay {
    /// What one event says that has to be compared with something else.
    struct Content {
        var stream: StreamName
        var revision: Int
        var columns: EventColumns
        var parts: [String: PartReference] = [:]
        var published: DefinitionReference?

        /// The names of the columns beside the bytes that say something else.
        func differences(from event: StoredEvent) -> [String] {
            [
                ("stream", stream == event.stream), ("revision", revision == event.revision),
                ("kind", columns.kind == event.columns.kind), ("at", columns.at == event.columns.at),
                ("user", columns.user == event.columns.user),
            ].filter { !$0.1 }.map(\.0)
        }
    }

    /// Why an event could not be taken.
    struct Failure: Error {
        let code: AuditProblem.Code
    }

    private enum Kind { case subject, organisation, definitions, nothing }

    private let kind: Kind
    /// The case so far; `nil` as soon as an event could not be taken.
    private(set) var subject: Case?
    /// The organisation so far; `nil` as soon as an event could not be taken.
    private(set) var organisation: Organisation?
    private var isBroken = false

    static let nothing = AuditReplay(kind: .nothing)

    private init(kind: Kind) {
        self.kind = kind
        organisation = kind == .organisation ? Organisation() : nil
    }

    /// Before the first event of a stream.
    init(_ stream: StreamName) {
        switch stream {
        case .case: self.init(kind: .subject)
        case .organisation: self.init(kind: .organisation)
        case .definitions: self.init(kind: .definitions)
        }
    }

    /// Takes the next event.
    mutating func apply(_ event: StoredEvent) throws(Failure) -> Content {
        do {
            return kind == .subject ? try applyCase(event) : try applyLedger(event)
        } catch {
            isBroken = true
            subject = nil
            organisation = nil
            throw error
        }
    }

    private mutating func applyCase(_ sealed: StoredEvent) throws(Failure) -> Content {
        guard let event = try? sealed.caseEvent() else { throw Failure(code: .eventUnreadable) }
        if !isBroken {
            do {
                if subject == nil { subject = try Case(first: event) } else { try subject?.apply(event) }
            } catch {
                throw Failure(code: .eventReplay)
            }
        }
        return Content(
            stream: .case(event.case), revision: event.revision,
            columns: EventColumns(kind: event.kind.rawValue, at: event.at, user: event.actor.user),
            parts: event.parts ?? [:])
    }

    private mutating func applyLedger(_ sealed: StoredEvent) throws(Failure) -> Content {
        guard let event = try? sealed.ledgerEvent() else { throw Failure(code: .eventUnreadable) }
        switch kind {
        case .organisation:
            guard let change = event.organisation else { throw Failure(code: .eventReplay) }
            organisation?.apply(change)
        case .definitions:
            guard event.published != nil else { throw Failure(code: .eventReplay) }
        case .subject, .nothing: break
        }
        return Content(
            stream: sealed.stream, revision: event.revision,
            columns: EventColumns(kind: event.kind, at: event.at, user: event.actor.user),
            published: event.published)
    }
}
