import LocalState
import Synchronization
import Testing

/// A clock whose sleepers wake when the test says so.
private final class HandClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let ticks: AsyncStream<Void>
    private let tick: AsyncStream<Void>.Continuation
    private let asleep = AsyncStream.makeStream(of: Void.self)

    init() {
        (ticks, tick) = AsyncStream.makeStream(of: Void.self)
    }

    var now: Instant { Instant(offset: .zero) }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        asleep.continuation.yield()
        var iterator = ticks.makeAsyncIterator()
        _ = await iterator.next()
        try Task.checkCancellation()
    }

    /// Waits until somebody sleeps.
    func sleeper() async {
        var iterator = asleep.stream.makeAsyncIterator()
        _ = await iterator.next()
    }

    func wake() { tick.yield() }
}

@Suite("Changes")
struct StateDatabaseChangesTests {
    @Test("the first change comes at once, an own write without waiting, another connection's at the next look")
    func observes() async throws {
        try await withState { database, path in
            let other = try await StateDatabase.open(at: path)
            let clock = HandClock()
            var changes = database.changes(every: .seconds(1), clock: clock).makeAsyncIterator()
            #expect(await changes.next() != nil)
            await clock.sleeper()

            try await database.notes.set("a", to: "1")
            #expect(await changes.next() != nil)

            try await other.notes.set("a", to: "2")
            clock.wake()
            #expect(await changes.next() != nil)
            #expect(try await database.notes.get("a") == "2")
            await other.close()
        }
    }

    @Test("closing the database ends the stream, and a stream begun later is empty")
    func ends() async throws {
        try await withState { database, _ in
            var changes = database.changes(every: .seconds(1), clock: HandClock()).makeAsyncIterator()
            #expect(await changes.next() != nil)
            await database.close()
            while await changes.next() != nil {}
            var late = database.changes(every: .seconds(1), clock: HandClock()).makeAsyncIterator()
            while await late.next() != nil {}
        }
    }
}
