public import Operations
public import Registry

extension OperationError {
    /// A refusal of the registry as every door tells it.
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
}
