/// The state of a historical export.
public enum ExportStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// Waits for its worker.
    case pending
    /// At work.
    case running
    /// Somebody asked to end it; the worker has not said yet that it did.
    case cancelling
    /// All files are there, whole.
    case done
    /// Ended with an error; no file of it is left.
    case failed
    /// Ended on request; no file of it is left.
    case cancelled

    /// Nothing more will happen to the export.
    public var isTerminal: Bool {
        switch self {
        case .done, .failed, .cancelled: true
        case .pending, .running, .cancelling: false
        }
    }

    /// The states that may follow this one.
    public var successors: Set<ExportStatus> {
        switch self {
        case .pending: [.running, .cancelling, .cancelled, .failed]
        case .running: [.pending, .cancelling, .done, .failed, .cancelled]
        case .cancelling: [.cancelled, .done, .failed]
        case .done, .failed, .cancelled: []
        }
    }
}
