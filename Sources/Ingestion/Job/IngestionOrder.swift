/// Why a job that could go on has to end.
public enum IngestionOrder: String, Sendable, Hashable {
    /// The operator wants it to end and to stay ended.
    case stop
    /// The operator wants it to pause, and to go on from the committed position when it is resumed.
    case suspend
    /// It shall begin anew from the committed position, with everything opened afresh.
    case restart
    /// Its process is asked to end; somebody else goes on from the committed position.
    case shutdown
    /// Somebody else holds the job's lease. Nothing more may be committed.
    case leaseLost = "lease lost"
}
