import FeatureModel
import Operations
import StorageAPI

/// What is known of the health of stores and sources, and how it was asked.
actor HealthBook {
    /// The last answer of an endpoint.
    struct Report: Sendable {
        let health: EndpointHealth
        let probe: StoreProbe?
        let error: StoreError?
        fileprivate let askedAt: Duration
    }

    private let elapsed: @Sendable () -> Duration
    private let wallClock: @Sendable () -> Timestamp
    private let terms: ServiceTerms
    private var reports: [String: Report] = [:]
    private var asking: [String: Task<Report, Never>] = [:]

    init(environment: ServiceEnvironment, terms: ServiceTerms) {
        elapsed = Self.stopwatch(environment.clock)
        wallClock = environment.wallClock
        self.terms = terms
    }

    /// What was heard last; nil when nobody asked yet.
    func lastReport(of name: String) -> Report? { reports[name] }

    /// Asks now. Whoever asks meanwhile gets the same answer.
    func ask(
        _ name: String, _ card: ConnectorCard, at place: ConnectorCard.Place
    ) async -> Report {
        if let task = asking[name] { return await task.value }
        let (elapsed, wallClock, terms) = (elapsed, wallClock, terms)
        let task = Task { await Self.probe(card, at: place, elapsed: elapsed, wallClock: wallClock, terms: terms) }
        asking[name] = task
        let report = await task.value
        asking[name] = nil
        reports[name] = report
        return report
    }

    /// Asks only when the last answer is old.
    func report(_ name: String, _ card: ConnectorCard, at place: ConnectorCard.Place) async -> Report {
        if let report = reports[name], elapsed() - report.askedAt < terms.healthAge { return report }
        return await ask(name, card, at: place)
    }

    private static func probe(
        _ card: ConnectorCard, at place: ConnectorCard.Place, elapsed: () -> Duration,
        wallClock: () -> Timestamp, terms: ServiceTerms
    ) async -> Report {
        let start = elapsed()
        do throws(StoreError) {
            let probe = try await card.probe(place)
            let latency = elapsed() - start
            return Report(
                health: EndpointHealth(
                    state: latency > terms.slowness ? .slow : .up, latencyMilliseconds: latency / .milliseconds(1),
                    checkedAt: wallClock()),
                probe: probe, error: nil, askedAt: elapsed())
        } catch {
            let isAnswer = error.code == .throttled || error.code == .denied || error.code == .rejected
            return Report(
                health: EndpointHealth(
                    state: isAnswer ? .degraded : .down, error: error.description, checkedAt: wallClock()),
                probe: nil, error: error, askedAt: elapsed())
        }
    }

    private static func stopwatch<C: Clock<Duration>>(_ clock: C) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}
