import ConsoleKit
import FeatureModel
import Operations
import Showcase
import Synchronization
import Testing
import TextCanvas

@testable import Screens

@Suite("All screens together")
struct LarderScreensTests {
    private let operations = Showcase.operations()

    @Test(
        "digits and aliases open what the key table says",
        arguments: [
            (2, "stores", "st"), (3, "sets", "fs"), (5, "jobs", "j"), (6, "online", "get"), (7, "exports", "ex"),
        ])
    func digits(_ digit: Int, _ view: String, _ alias: String) {
        let catalog = LarderScreens.catalog(operations)
        #expect(catalog.entry(digit: digit)?.view.rawValue == view)
        #expect(catalog.entry(named: alias)?.view.rawValue == view)
    }

    @Test("no key does two things in one view, and every action has a key")
    func keys() {
        #expect(LarderScreens.catalog(operations).keyProblems() == [])
    }

    @Test("only capitals and + change the server")
    func changingKeys() {
        for row in LarderScreens.catalog(operations).keymap.bindings where row.changesServer {
            for key in row.keys {
                guard case .character(let character) = key else { continue }
                #expect(character.isUppercase || character == "+", "\(row.action.rawValue) is on \(key.name)")
            }
        }
    }

    @Test("the header has the workspace's name, its mode, and the health of each endpoint")
    func header() async {
        let facts = LarderScreens.header(operations.workspace, await operations.stores.health())
        #expect(facts.name == "prod-eu")
        #expect(
            facts.endpoints.map { "\($0.name) \($0.detail)" } == [
                "history 96 ms", "redis-canary 812 ms", "redis-online 1.1 ms", "redis-eu 14 ms", "kafka 3.4 ms",
            ])
    }

    @Test("a time that replaces the clock is a date alone at midnight")
    func asOf() {
        var workspace = operations.workspace
        #expect(LarderScreens.header(workspace, []).asOf == nil)
        workspace.asOf = Timestamp(seconds: 1_359_676_800)
        #expect(LarderScreens.header(workspace, []).asOf == "2013-02-01")
        workspace.asOf = Timestamp(seconds: 1_359_676_801)
        #expect(LarderScreens.header(workspace, []).asOf == "2013-02-01T00:00:01Z")
    }

    @Test("the header is sent when it changed, and not otherwise")
    func watch() async {
        let showcase = Showcase()
        let sent = Mutex<[HeaderFacts]>([])
        let clock = CountedClock(sleeps: 4) { sleep in
            if sleep == 2 { showcase.setStore("redis-eu", isDown: true) }
        }
        await HeaderWatch(showcase.operations, every: .seconds(2), clock: clock).follow(
            EffectSender { facts in sent.withLock { $0.append(facts) } })
        #expect(sent.withLock { $0.map { $0.endpoints.first?.name } } == ["history", "redis-eu"])
    }
}

/// A clock on which nobody waits, and which ends after some waits.
private final class CountedClock: Clock {
    struct Instant: InstantProtocol {
        let elapsed: Duration
        func advanced(by duration: Duration) -> Instant { Instant(elapsed: elapsed + duration) }
        func duration(to other: Instant) -> Duration { other.elapsed - elapsed }
        static func < (left: Instant, right: Instant) -> Bool { left.elapsed < right.elapsed }
    }

    private let count = Mutex(0)
    private let sleeps: Int
    private let slept: @Sendable (Int) -> Void

    init(sleeps: Int, slept: @escaping @Sendable (Int) -> Void) {
        self.sleeps = sleeps
        self.slept = slept
    }

    var now: Instant { Instant(elapsed: .seconds(count.withLock { $0 })) }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let number = count.withLock { count in
            count += 1
            return count
        }
        guard number <= sleeps else { throw CancellationError() }
        slept(number)
    }
}
