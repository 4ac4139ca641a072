/// What a job had done, and how far it was behind, at one moment: a point of its sparklines.
public struct JobSample: Sendable, Hashable {
    /// When.
    public let at: Timestamp
    /// What it had done until then.
    public let counters: JobCounters
    /// Rows in the source that it had not read; nil where the source cannot tell.
    public let lagRows: Int64?
    /// Milliseconds between the event time of a row and its writing, for half of the rows written since the last sample;
    /// nil where none were.
    public let eventLag50: Int64?
    /// The same for 99 of a hundred rows.
    public let eventLag99: Int64?

    /// Makes a sample.
    public init(at: Timestamp, counters: JobCounters, lagRows: Int64?, eventLag50: Int64?, eventLag99: Int64?) {
        self.at = at
        self.counters = counters
        self.lagRows = lagRows
        self.eventLag50 = eventLag50
        self.eventLag99 = eventLag99
    }
}
