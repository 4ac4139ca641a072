public import LocalState
public import Operations

extension OperationError {
    /// A failure of the job-state database as every door tells it.
    public init(_ error: LocalStateError) {
        let code: Code =
            switch error.code {
            case .locked: .unreachable
            case .notFound: .notFound
            case .conflict, .leaseLost: .refused
            case .invalid, .newer, .foreign: .invalid
            case .cancelled: .interrupted
            case .damaged, .unwritable, .full, .unexpected: .failed
            }
        self.init(code, error.message, hint: error.hint)
    }
}
