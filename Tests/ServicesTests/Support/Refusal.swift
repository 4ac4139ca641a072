import Operations

/// The error that some work ends with; nil when it succeeds.
func refusal<Answer>(_ work: () async throws(OperationError) -> Answer) async -> OperationError? {
    do throws(OperationError) {
        _ = try await work()
        return nil
    } catch {
        return error
    }
}
