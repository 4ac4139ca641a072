import Synchronization

/// A number that a liar remembers.
final class Tally: Sendable {
    private let number = Mutex(0)

    /// Counts one more.
    ///
    /// - Returns: the count, from 1.
    func next() -> Int {
        number.withLock { number in
            number += 1
            return number
        }
    }

    var count: Int { number.withLock { $0 } }
}
