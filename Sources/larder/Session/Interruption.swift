import Dispatch
import Glibc
import Operations

/// Ctrl-C and the request to terminate, as the cancellation of what a command does.
///
/// The first one asks the work to end in order; a second one ends the process at once.
enum Interruption {
    static func watching<Answer: Sendable>(
        _ body: @escaping @Sendable () async throws(OperationError) -> Answer
    ) async throws(OperationError) -> Answer {
        let (signals, sources) = observe([SIGINT, SIGTERM])
        defer { sources.forEach { $0.cancel() } }
        let end = await withTaskGroup(of: Result<Answer, OperationError>?.self) { group in
            group.addTask { await outcome(of: body) }
            group.addTask {
                for await _ in signals { return nil }
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            // The work gets the time it needs to leave things in order; its own answer is what counts if it has one.
            if let first { return first as Result<Answer, OperationError>? }
            for await later in group { if let later { return later } }
            return nil
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

    private static func observe(_ numbers: [Int32]) -> (AsyncStream<Void>, [any DispatchSourceSignal]) {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                continuation.yield()
                signal(number, SIG_DFL)
            }
            source.setCancelHandler { signal(number, SIG_DFL) }
            source.resume()
            return source
        }
        return (stream, sources)
    }
}
