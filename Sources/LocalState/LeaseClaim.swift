public import FeatureModel

/// What became of the wish to hold a named lease.
public enum LeaseClaim: Sendable, Hashable {
    /// It is the asker's.
    case claimed
    /// Another process has it, and was heard of then.
    case held(by: WorkerIdentity, heartbeatAt: Timestamp)
}
