import FeatureModel
import StorageAPI

/// A workspace to open the console on: a store, a feature set, and many dead letters.
struct ConsoleWorkspace: Sendable {
    let directory: String

    func fill(deadLetters: Int) async throws {
        let bench = try await BenchWorkspace.make(in: directory)
        try await bench.prepareStore()
        await bench.close()
        let card = try BenchWorkspace.card("SQLITE")
        guard let open = card.openDeadLetters else { throw BenchFailure("SQLITE keeps no dead letters") }
        let letters = try await open(
            ConnectorCard.Place(
                store: BenchWorkspace.storeName, config: ["path": BenchWorkspace.storePath(in: directory)],
                directory: directory))
        for start in stride(from: 0, to: deadLetters, by: 5_000) {
            try await letters.append((start..<min(start + 5_000, deadLetters)).map(letter))
        }
        await letters.close()
    }

    private func letter(_ number: Int) -> DeadLetter {
        DeadLetter(
            id: DeadLetterID("dl-\(number)"), at: Timestamp(seconds: 1_700_000_000 + Int64(number)),
            featureSet: StationSet.definition.reference, store: BenchWorkspace.storeName, job: "job-bench-0001",
            transform: "validate", reason: number % 3 == 0 ? .wrongType : .missingEntity,
            message: "temperature: expected DOUBLE, got STRING, reading \(number)",
            payload: Array("payload \(number)".utf8),
            position: SourcePosition(partition: 0, offset: Int64(number)), ingestionID: "bench")
    }
}
