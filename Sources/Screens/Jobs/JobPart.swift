/// The panes of a job's view that can be opened by name.
enum JobPart: String, Sendable, Hashable, CaseIterable {
    case overview, metrics, log, history

    /// The words of a route to it.
    var words: [String] { self == .overview ? [] : [rawValue] }
}
