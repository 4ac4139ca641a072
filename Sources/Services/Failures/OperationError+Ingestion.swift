public import Ingestion
public import Operations
import RowFiles

extension OperationError {
    /// Why the ingestion of a file ended.
    public init(_ failure: FileIngestionFailure) {
        switch failure {
        case .unreadable(let error): self.init(unreadable: error)
        case .header(let message, let hint): self.init(.invalid, message, hint: hint)
        case .store(let error): self.init(error)
        case .cancelled:
            self.init(
                .interrupted, "the ingestion was interrupted", hint: "running it again adds only what is missing")
        }
    }

    /// A file that is not there or is no file of rows can never work; one that is damaged was tried and failed.
    private init(unreadable error: RowFileError) {
        let code: Code =
            switch error.reason {
            case .cannotOpen, .unknownFormat, .empty, .duplicateColumn: .invalid
            default: .failed
            }
        self.init(code, error.description, target: error.path)
    }
}
