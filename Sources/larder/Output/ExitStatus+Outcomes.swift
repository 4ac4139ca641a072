import Operations

extension ExitStatus {
    /// Failed when any target did.
    init(_ outcomes: [OrderOutcome]) {
        self = outcomes.contains { $0.result == .failed } ? .failed : .done
    }
}
