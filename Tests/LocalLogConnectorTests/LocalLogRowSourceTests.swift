import FaultKit
import FeatureModel
import StorageAPI
import Synchronization
import Testing

@testable import LocalLogConnector

@Suite("The reading end of a local log")
struct LocalLogRowSourceTests {
    /// A clock whose sleeps end at once, and are remembered.
    private final class CountingClock: Clock {
        struct Instant: InstantProtocol {
            var offset: Duration
            func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
            func duration(to other: Instant) -> Duration { other.offset - offset }
            static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
        }

        private let state = Mutex((now: Duration.zero, sleeps: [Duration]()))
        private let onSleep: @Sendable (Int) async -> Void
        var now: Instant { Instant(offset: state.withLock { $0.now }) }
        var minimumResolution: Duration { .nanoseconds(1) }
        var sleeps: [Duration] { state.withLock { $0.sleeps } }

        init(onSleep: @escaping @Sendable (Int) async -> Void = { _ in }) {
            self.onSleep = onSleep
        }

        func sleep(until deadline: Instant, tolerance: Duration?) async throws {
            try Task.checkCancellation()
            let count = state.withLock { state in
                state.sleeps.append(deadline.offset - state.now)
                state.now = deadline.offset
                return state.sleeps.count
            }
            await onSleep(count)
        }
    }

    private let folder: TemporaryFolder
    private let configuration: LocalLogConfiguration

    init() throws {
        folder = try TemporaryFolder()
        configuration = LocalLogConfiguration(
            ConnectorCard.Place(store: nil, config: [:], directory: folder.path))
    }

    private func publish(_ count: Int64) async throws {
        let publisher = LocalLogPublisher(configuration) { Timestamp(seconds: 7) }
        _ = try await publisher.publish(
            (1...count).map { PublishedRecord(rowNumber: $0, payload: [UInt8($0)]) }, ingestion: "file")
        await publisher.close()
    }

    @Test("the file is log.db in the workspace where nothing else is set")
    func defaultPath() {
        #expect(configuration.path == folder.path + "/log.db")
    }

    @Test("waits as long as it may, in few and short sleeps")
    func waits() async throws {
        let clock = CountingClock()
        let source = LocalLogRowSource(configuration, consumerGroup: "g", clock: clock)
        let records = try await source.read(maxRecords: 1, maxBytes: 1, waitingUpTo: .seconds(1))
        #expect(records.isEmpty)
        #expect(clock.sleeps.reduce(.zero, +) == .seconds(1))
        #expect(clock.sleeps.count < 40)
        #expect(clock.sleeps.allSatisfy { $0 <= .milliseconds(50) })
    }

    @Test("sees what another connection appends while it waits")
    func wakes() async throws {
        let failure = Mutex<(any Error)?>(nil)
        let clock = CountingClock { count in
            guard count == 5 else { return }
            do { try await publish(3) } catch { failure.withLock { $0 = error } }
        }
        let source = LocalLogRowSource(configuration, consumerGroup: "g", clock: clock)
        let records = try await source.read(maxRecords: 10, maxBytes: 100, waitingUpTo: .seconds(60))
        #expect(records.map(\.payload) == [[1], [2], [3]])
        #expect(clock.sleeps.count == 5)
        #expect(failure.withLock { $0 } == nil)
    }

    @Test("a position of another partition is refused")
    func otherPartition() async {
        let source = LocalLogRowSource(configuration, consumerGroup: "g", clock: ContinuousClock())
        let error = await #expect(throws: StoreError.self) {
            try await source.commit([SourcePosition(partition: 1, offset: 0)])
        }
        #expect(error?.code == .rejected)
    }

    @Test("a closed source says so")
    func closed() async throws {
        let source = LocalLogRowSource(configuration, consumerGroup: "g", clock: ContinuousClock())
        try await source.open()
        await source.close()
        let error = await #expect(throws: StoreError.self) {
            try await source.read(maxRecords: 1, maxBytes: 1, waitingUpTo: .zero)
        }
        #expect(error?.code == .rejected)
        #expect(error?.message.contains("closed") == true)
    }
}
