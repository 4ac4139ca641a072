public import LocalState
public import Operations
public import Registry

extension OperationError {
    /// A refusal or failure of the registry, as every door tells it.
    public init(_ error: RegistryError) {
        let code: Code =
            switch error.code {
            case .notFound: .notFound
            case .ambiguous, .invalid: .invalid
            case .refused: .refused
            case .unavailable: .unreachable
            case .cancelled: .interrupted
            case .unusable, .unexpected: .failed
            }
        self.init(code, error.message, target: error.target, hint: error.hint)
    }

    /// A failure of the job-state database, as every door tells it.
    public init(_ error: LocalStateError) {
        let code: Code =
            switch error.code {
            case .notFound: .notFound
            case .invalid: .invalid
            case .conflict, .leaseLost: .refused
            case .locked: .unreachable
            case .cancelled: .interrupted
            case .damaged, .unwritable, .full, .newer, .foreign, .unexpected: .failed
            }
        self.init(code, error.message, hint: error.hint)
    }
}
