public import Documents
public import Operations

extension OperationError {
    /// What is wrong with a document or the configuration: it can never work as it stands.
    public init(_ error: DocumentError) {
        let place = error.line.map { "\(error.file) line \($0)" } ?? error.file
        self.init(.invalid, error.withoutHint, target: place, hint: error.hint)
    }
}

extension DocumentError {
    /// The description without the hint, which an operation's error tells by itself.
    fileprivate var withoutHint: String {
        DocumentError(file: file, line: line, column: column, key: key, message: message).description
    }
}
