import Operations

extension OperationError {
    /// What every changing operation answers in a read-only workspace.
    static let readOnly = OperationError(
        .refused, "the workspace is read-only", hint: "leave out --read-only, or read_only: true in larder.yaml")
}
