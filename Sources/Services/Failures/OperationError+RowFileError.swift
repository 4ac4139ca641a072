public import Operations
public import RowFiles

extension OperationError {
    /// A file of rows that cannot be read or written: a request with a wrong path can never work, a full disk may.
    public init(_ error: RowFileError) {
        let code: Code =
            switch error.reason {
            case .cannotOpen, .unknownFormat, .empty, .duplicateColumn: .invalid
            case .outputExists: .refused
            case .cannotRead, .invalidText, .unterminatedQuote, .rowTooLarge, .truncatedArchive, .damagedArchive,
                .cannotWrite:
                .failed
            }
        self.init(code, error.description, target: error.path)
    }
}
