import FeatureModel
import StorageAPI
import StorageLayers
import Synchronization

/// A call to try layers with, and work that fails so many times before it succeeds.
enum Calls {
    static let write = StoreCall(connector: "TEST", store: "store", operation: .write, items: 3)

    static func failure(_ code: StoreError.Code = .unavailable, _ recovery: StoreError.Recovery = .transient)
        -> StoreError
    {
        write.error(code, recovery, "scripted")
    }
}

/// Counts attempts and answers them from a list; the last element is repeated.
final class Attempts: Sendable {
    private let made = Mutex(0)
    private let results: [Result<Int, StoreError>]

    init(_ results: Result<Int, StoreError>...) {
        self.results = results
    }

    var count: Int { made.withLock { $0 } }

    func next() async throws(StoreError) -> Int {
        let number = made.withLock { made in
            made += 1
            return made
        }
        return try results[min(number, results.count) - 1].get()
    }
}

/// Runs work within a layer, with the error as a value.
func outcome(
    of layer: some CallLayer, _ call: StoreCall = Calls.write,
    _ work: @escaping @Sendable () async throws(StoreError) -> Int
) async -> Result<Int, StoreError> {
    do {
        return .success(try await layer.perform(call, work))
    } catch {
        return .failure(error)
    }
}
