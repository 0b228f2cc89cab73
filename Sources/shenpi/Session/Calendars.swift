internal import BundledWorkflows
internal import Workflow
internal import WorkflowStore

/// The public holidays that come with the program.
enum Calendars {
    static func shipped() throws -> WorkingCalendar {
        let files = BundledWorkflows.calendars
        let digest = Digest.sha256(files.flatMap(\.bytes))
        return try WorkingCalendar(files: files.map { (name: $0.name, bytes: $0.bytes) }, digest: digest)
    }
}
