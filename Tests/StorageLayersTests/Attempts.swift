import StorageAPI
import Synchronization

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
