import Glibc
import Operations

/// Ctrl-C and the request to terminate, as the cancellation of what a command does.
///
/// The first one asks the work to end in order; a second one ends the process at once.
enum Interruption {
    static func watching<Answer: Sendable>(
        _ body: @escaping @Sendable () async throws(OperationError) -> Answer
    ) async throws(OperationError) -> Answer {
        let (signals, continuation) = AsyncStream.makeStream(of: Void.self)
        let gate = TerminationGate(signals: [SIGINT, SIGTERM]) { continuation.yield() }
        defer { gate.close() }
        let end = await withTaskGroup(of: Result<Answer, OperationError>?.self) { group in
            group.addTask { await outcome(of: body) }
            group.addTask {
                for await _ in signals { return nil }
                return nil
            }
            var answer: Result<Answer, OperationError>?
            // The work gets the time it needs to leave things in order; its own answer is what counts if it has one.
            for await result in group {
                answer = result ?? answer
                group.cancelAll()
            }
            return answer
        }
        guard let end else { throw OperationError(.interrupted, "interrupted") }
        return try end.get()
    }

    private static func outcome<Answer: Sendable>(
        of body: @Sendable () async throws(OperationError) -> Answer
    ) async -> Result<Answer, OperationError> {
        do throws(OperationError) {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}
