internal import Foundation
internal import ShenpiMessages
internal import WorkflowStore

extension Wording {
    /// What a store's error means to the user.
    func failure(_ error: StoreError) -> CommandFailure {
        let exit: CommandFailure.Exit =
            switch error {
            case .conflict, .streamConflict, .busy: .tryAgain
            case .keyReused, .versionTaken: .refused
            case .readOnly, .notAStore, .newer: .cannotCreate
            case .full, .damaged, .failed: .storage
            default: .cannotCreate
            }
        if case .failed(let reason) = error, let number = systemError(reason) {
            let values = ["folder": folder, "reason": String(cString: strerror(number))]
            return CommandFailure(
                exit: .cannotCreate, text: messages("folder.unusable", values), code: "folder.unusable")
        }
        var values = error.values
        if case .notAStore(let reason) = error {
            let code = "store.reason." + reason.replacing(" ", with: "-")
            values["reason"] = messages.knows(code) ? messages(code) : ""
        }
        values["folder"] = folder
        return CommandFailure(exit: exit, text: messages(error.code, values), code: error.code)
    }

    /// The system's own number, where the store could only pass that on.
    private func systemError(_ reason: String) -> Int32? {
        reason.hasPrefix("errno ") ? Int32(reason.dropFirst(6)) : nil
    }
}
