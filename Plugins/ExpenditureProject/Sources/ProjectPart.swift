internal import Workflow

/// The parts of a project's document.
enum ProjectPart: String, Sendable, CaseIterable {
    case declaration, execution, evaluation

    /// What people read.
    var title: LocalizedText {
        switch self {
        case .declaration: LocalizedText(chinese: "绩效目标申报表", english: "declaration of performance targets")
        case .execution: LocalizedText(chinese: "预算执行", english: "execution of the budget")
        case .evaluation: LocalizedText(chinese: "绩效自评表", english: "self-evaluation")
        }
    }
}
