/// What `stores check` found: one step per line, in the order tried.
public struct StoreCheck: Sendable, Hashable {
    /// One thing that was tried.
    public struct Step: Sendable, Hashable {
        /// How it went.
        public enum Verdict: String, Sendable, Hashable {
            case ok
            case fail
            case notApplicable = "n/a"
        }

        /// What was tried: `settings`, `connect`, `write`, `read`.
        public let name: String
        /// How it went.
        public let verdict: Verdict
        /// What was found, or what went wrong.
        public let fact: String
        /// How long it took; nil where nothing was measured.
        public let milliseconds: Double?

        /// Makes a step.
        public init(name: String, verdict: Verdict, fact: String, milliseconds: Double? = nil) {
            self.name = name
            self.verdict = verdict
            self.fact = fact
            self.milliseconds = milliseconds
        }
    }

    /// The store, with the health that this check found.
    public let store: StoreSummary
    /// What was tried.
    public let steps: [Step]
    /// The error of the step that failed; nil when all is well.
    public let error: OperationError?

    /// Makes a report.
    public init(store: StoreSummary, steps: [Step], error: OperationError?) {
        self.store = store
        self.steps = steps
        self.error = error
    }
}
