public import Workflow
public import WorkflowPlugin
public import WorkflowStore

/// Why a command was not carried out. Nothing was written.
public enum EngineError: Error, Sendable {
    /// The workflow, a role or the state does not allow it.
    case refused(Refusal, case: CaseID)
    /// Validators found errors, or a part has the wrong shape.
    case findings([Finding], case: CaseID)
    /// A plugin could not decide: it threw, ran out of time, or is not there.
    case undecided(plugin: String, reason: String, case: CaseID)
    /// Somebody else was first; look again.
    case conflict(CaseID, expected: Int, found: Int)
    /// There is no such case.
    case unknownCase(CaseID)
    /// There is no such workflow.
    case unknownWorkflow(String, known: [String])
    /// The pinned definition cannot be used by this program.
    case definition(DefinitionReference, [DefinitionProblem])
    /// The workflow file is wrong.
    case invalidDefinition([DefinitionProblem])
    /// This needs an administrator, or a role that covers everything.
    case administratorNeeded(UserID)
    /// The organisation does not allow it.
    case organisation(OrganisationRefusal)
    /// The store could not do it.
    case store(StoreError)
}
