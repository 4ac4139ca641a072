import Operations
import Testing

@testable import larder

@Suite("Deadlines")
struct DeadlineTests {
    private static let tooLate = OperationError(.timedOut, "too late")

    @Test("work that is done in time gives its answer")
    func inTime() async throws {
        let answer = try await Deadline.run(TimeSpan(seconds: 3600), otherwise: Self.tooLate) { 7 }
        #expect(answer == 7)
    }

    @Test("work that would go on for ever is cancelled when the time is up")
    func late() async {
        let error = await #expect(throws: OperationError.self) {
            try await Deadline.run(TimeSpan(seconds: 0), otherwise: Self.tooLate) { () async throws(OperationError) in
                for await _ in AsyncStream<Void>.makeStream().stream {}
                throw OperationError(.interrupted, "cancelled")
            }
        }
        #expect(error == Self.tooLate)
    }

    @Test("an interruption is no timeout")
    func interrupted() async {
        let task = Task {
            try await Deadline.run(TimeSpan(seconds: 3600), otherwise: Self.tooLate) {
                () async throws(OperationError) in
                for await _ in AsyncStream<Void>.makeStream().stream {}
                throw OperationError(.interrupted, "cancelled")
            }
        }
        task.cancel()
        let error = await #expect(throws: OperationError.self) { try await task.value }
        #expect(error?.code == .interrupted)
    }

    @Test("without a timeout an error passes through")
    func errors() async {
        let error = await #expect(throws: OperationError.self) {
            try await Deadline.run(nil, otherwise: Self.tooLate) { () async throws(OperationError) in
                throw OperationError(.unreachable, "down")
            }
        }
        #expect(error?.code == .unreachable)
    }
}
