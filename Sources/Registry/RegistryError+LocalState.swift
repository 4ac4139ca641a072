public import LocalState

extension RegistryError {
    /// Tells a failure of the job-state database as one of the registry.
    public init(_ error: LocalStateError, target: String? = nil) {
        let code: RegistryErrorCode =
            switch error.code {
            case .notFound: .notFound
            case .conflict, .leaseLost: .refused
            case .invalid: .invalid
            case .locked: .unavailable
            case .damaged, .unwritable, .full, .newer, .foreign: .unusable
            case .cancelled: .cancelled
            case .unexpected: .unexpected
            }
        self.init(code, error.message, target: target, hint: error.hint)
    }

    /// Tells whatever a registry transaction threw.
    init(anything error: any Error) {
        switch error {
        case let error as RegistryError: self = error
        case let error as LocalStateError: self.init(error)
        case is CancellationError: self.init(.cancelled, "the call was cancelled")
        default: self.init(.unexpected, "the registry failed: \(error)")
        }
    }
}
