public import StorageAPI

/// The layer that counts calls into a ``StoreMeter``: outermost, so that it counts what the caller saw.
public struct Metering: CallLayer {
    private let meter: StoreMeter
    private let clock: any Clock<Duration>

    /// Makes a layer.
    public init(_ meter: StoreMeter, clock: any Clock<Duration> = ContinuousClock()) {
        self.meter = meter
        self.clock = clock
    }

    /// Does the work, and counts it whatever comes of it.
    public func perform<Answer: Sendable>(
        _ call: StoreCall, _ work: @escaping @Sendable () async throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer {
        let elapsed = clock.stopwatch()
        do {
            let answer = try await work()
            meter.count(call, Self.ending(of: call, with: answer), after: elapsed())
            return answer
        } catch {
            meter.count(call, error.code == .cancelled ? .cancelled : .failed, after: elapsed())
            throw error
        }
    }

    /// Reading a source is counted by what came, everything else by what was handed in.
    private static func ending<Answer>(of call: StoreCall, with answer: Answer) -> StoreMeter.Ending {
        switch answer {
        case let result as WriteResult: .done(items: result.accepted, refused: result.failed.count)
        case let records as [SourceRecord]: .done(items: records.count, refused: 0)
        default: .done(items: call.items, refused: 0)
        }
    }
}
