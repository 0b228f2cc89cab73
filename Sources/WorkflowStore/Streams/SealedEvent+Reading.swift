internal import JSONDocument
public import Workflow

extension SealedEvent {
    /// What happened to the case, for events of the streams `case/ID`.
    /// - Throws: ``StoreError/damaged(_:)`` where the bytes say no such thing.
    public func caseEvent() throws(StoreError) -> CaseEvent { try decoded(CaseEvent.self) }

    /// What happened to the organisation or the definitions, for events of the other streams.
    /// - Throws: ``StoreError/damaged(_:)`` where the bytes say no such thing.
    public func ledgerEvent() throws(StoreError) -> LedgerEvent { try decoded(LedgerEvent.self) }

    private func decoded<T: Decodable>(_ type: T.Type) throws(StoreError) -> T {
        do {
            return try JSONValueDecoder().decode(type, from: try JSONReader.value(bytes))
        } catch {
            throw .damaged("event \(revision) of \(stream)")
        }
    }
}
