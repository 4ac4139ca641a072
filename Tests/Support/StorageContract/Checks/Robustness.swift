import FeatureModel
import StorageAPI

/// Runs the same work several times side by side; the first failure ends all.
func inParallel(_ count: Int64, _ work: @escaping @Sendable (Int64) async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<count {
            group.addTask { try await work(number) }
        }
        try await group.waitForAll()
    }
}

/// Demands of a cancelled call that it ended as cancelled, or did its work.
func expectCancelledOrDone(_ result: Result<Void, any Error>) throws {
    guard case .failure(let error) = result else { return }
    let code = (error as? StoreError)?.code
    try require(code == .cancelled, "a cancelled call ended as \(Facts.text(error))")
}

/// Demands that work fails as unavailable, worth trying again, and without a secret of the harness in the error.
func expectUnavailable(_ run: ClauseRun, _ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let error as StoreError {
        try require(error.code == .unavailable, "it ended as \(error.code), not unavailable: \(error)")
        try require(error.recovery != .permanent, "a lost connection is called permanent: \(error)")
        try expectNoSecret(error.description, run)
        try expectNoSecret(String(reflecting: error), run)
        return
    }
    throw Violation("it succeeded although nobody answers")
}

/// Demands that a text holds no secret of the harness.
func expectNoSecret(_ text: String, _ run: ClauseRun) throws {
    for secret in run.harness.secrets where text.contains(secret) {
        throw Violation("a secret shows in: \(text.replacing(secret, with: "•••"))")
    }
}

extension Collection {
    /// The elements in an order that depends on the seed alone.
    func shuffled(seed: UInt64) -> [Element] {
        var generator = SplitMix64(seed: seed)
        return shuffled(using: &generator)
    }
}
