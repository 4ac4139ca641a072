public import Ingestion
public import Operations

extension OperationError {
    /// Why the ingestion of a file ended.
    public init(_ failure: FileIngestionFailure) {
        switch failure {
        case .unreadable(let error): self.init(error)
        case .header(let message, let hint): self.init(.invalid, message, hint: hint)
        case .store(let error): self.init(error)
        case .cancelled:
            self.init(
                .interrupted, "the ingestion was interrupted", hint: "running it again adds only what is missing")
        }
    }
}
