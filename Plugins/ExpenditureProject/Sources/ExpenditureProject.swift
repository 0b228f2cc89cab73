public import BudgetPerformance
public import JSONDocument
internal import Workflow
public import WorkflowPlugin

/// A project of one budget year: what is declared, what was spent, how it is evaluated.
///
/// - `declaration`: ``BudgetPerformance/Declaration``, amounts in 万元;
/// - `execution`: ``BudgetPerformance/ExecutionRecord``, amounts in 元;
/// - `evaluation`: ``BudgetPerformance/EvaluationRecord``, amounts in 元.
///
/// A case is one 项目编码 in one budget year.
public struct ExpenditureProject: DocumentType, ConfigurablePlugin {
    /// Name, version and purpose.
    public static let descriptor = PluginDescriptor(
        name: "expenditure-project", version: "1.0.0",
        summary: LocalizedText(
            chinese: "项目支出：申报表、执行数、自评表",
            english: "an expenditure project: declaration, execution, self-evaluation"))

    /// The usual scoring policy, by which weights are spread.
    public static var defaultConfiguration: ExpenditureProjectConfiguration { ExpenditureProjectConfiguration() }

    let policy: ScoringPolicy

    /// A document type that spreads weights by this policy.
    public init(configuration: ExpenditureProjectConfiguration) throws {
        policy = configuration.scoring
    }

    /// Declaration, execution, evaluation.
    public var parts: [DocumentPart] { ProjectPart.allCases.map { DocumentPart(name: $0.rawValue, title: $0.title) } }

    /// 项目编码, without white space; `nil` where it is blank or there is no declaration.
    public func subject(of document: CaseDocument) throws -> String? {
        guard let declaration = try document.part(ProjectPart.declaration.rawValue, as: Declaration.self) else {
            return nil
        }
        let code = declaration.projectCode?.filter { !$0.isWhitespace } ?? ""
        return code.isEmpty ? nil : code
    }

    /// Why a part cannot be stored: its shape, never its content. Members that nobody knows are warned about.
    public func check(part: String, value: JSONValue) -> [Finding] {
        guard let known = ProjectPart(rawValue: part) else { return [ExpenditureProjectMessage.unknownPart(part)] }
        return known.check(value)
    }

    /// Fills the execution record from the declaration; leaves the other parts as they are.
    public func complete(part: String, value: JSONValue, document: CaseDocument) throws -> JSONValue {
        guard part == ProjectPart.execution.rawValue else { return value }
        let declaration = try? document.part(ProjectPart.declaration.rawValue, as: Declaration.self)
        return ExecutionCompletion(annualAmountWan: declaration?.annualAmountWan).completing(value)
    }
}

/// The settings of ``ExpenditureProject``.
public struct ExpenditureProjectConfiguration: Codable, Sendable, Hashable {
    /// How the weights of a new evaluation are spread and its rate is printed.
    public var scoring: ScoringPolicy

    /// The usual policy, unless another is given.
    public init(scoring: ScoringPolicy = ScoringPolicy()) {
        self.scoring = scoring
    }
}
