public import FeatureModel

/// What became of the wish to run an export.
public enum ExportClaim: Sendable, Hashable {
    /// The export is the worker's.
    case claimed(Export)
    /// Another worker has it, and was heard of then.
    case held(by: WorkerIdentity, heartbeatAt: Timestamp)
    /// It has ended.
    case ended(ExportStatus)
}
