public import FeatureModel

/// A call that changed something, or would have: the trace by which tests prove that nothing changes unasked.
public enum ShowcaseOrder: Sendable, Hashable {
    case deleteStore(StoreName)
    case createProject(ProjectName)
    case archiveProject(ProjectName)
    case startJob(StoreName)
    case stopJobs([JobID])
    case restartJobs([JobID])
    case suspendJobs([JobID])
    case resumeJobs([JobID])
    case reconcile
    case startExport(ExportID)
    case cancelExport(ExportID)
    case replayDeadLetters(DeadLetterQuery)
    case discardDeadLetters(DeadLetterQuery)
    case ingest(FeatureSetReference)
}
