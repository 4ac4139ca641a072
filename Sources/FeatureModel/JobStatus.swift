/// The state of an ingestion job; names and meaning are Feast's (spec section 1.6).
public enum JobStatus: String, Sendable, Hashable, Codable, CaseIterable {
    case unknown = "UNKNOWN"
    case pending = "PENDING"
    case running = "RUNNING"
    case completed = "COMPLETED"
    case aborting = "ABORTING"
    case aborted = "ABORTED"
    case error = "ERROR"
    case suspending = "SUSPENDING"
    case suspended = "SUSPENDED"

    /// Nothing more will happen to the job.
    public var isTerminal: Bool {
        switch self {
        case .completed, .aborted, .error: true
        case .unknown, .pending, .running, .aborting, .suspending, .suspended: false
        }
    }

    /// The job is on its way from one state to another; orders have to wait.
    public var isTransitional: Bool {
        switch self {
        case .pending, .aborting, .suspending: true
        case .unknown, .running, .completed, .aborted, .error, .suspended: false
        }
    }

    /// The states that may follow this one. The picture of this table is in the documentation.
    public var successors: Set<JobStatus> {
        switch self {
        case .unknown: [.pending, .running, .aborting, .aborted, .error]
        case .pending: [.running, .aborting, .aborted, .error, .unknown]
        case .running: [.pending, .completed, .aborting, .aborted, .error, .suspending, .unknown]
        case .aborting: [.aborted, .error, .unknown]
        case .suspending: [.suspended, .aborting, .error, .unknown]
        case .suspended: [.pending, .running, .aborting, .aborted, .error]
        case .completed, .aborted, .error: [.pending]
        }
    }

    /// True when the table allows the step; staying where one is, is always allowed.
    public func canBecome(_ next: JobStatus) -> Bool { next == self || successors.contains(next) }
}
