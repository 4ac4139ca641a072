import FeatureModel
import Synchronization

/// The dead letters of a memory store.
final class MemoryLetters: Sendable {
    private let letters = Mutex<[DeadLetterID: DeadLetter]>([:])

    func append(_ new: [DeadLetter]) {
        letters.withLock { letters in
            for letter in new where letters[letter.id] == nil { letters[letter.id] = letter }
        }
    }

    /// The letters that a query means, newest first.
    func matching(_ query: DeadLetterQuery) -> [DeadLetter] {
        letters.withLock { Array($0.values) }.filter { Self.matches(query, $0) }.sorted { left, right in
            left.at != right.at ? left.at > right.at : left.id > right.id
        }
    }

    func letter(_ id: DeadLetterID) -> DeadLetter? { letters.withLock { $0[id] } }

    func markReplayed(_ ids: [DeadLetterID]) {
        letters.withLock { letters in
            for id in ids { letters[id]?.replays += 1 }
        }
    }

    func discard(_ query: DeadLetterQuery) -> Int64 {
        letters.withLock { letters in
            let before = letters.count
            letters = letters.filter { !Self.matches(query, $0.value) }
            return Int64(before - letters.count)
        }
    }

    private static func matches(_ query: DeadLetterQuery, _ letter: DeadLetter) -> Bool {
        (query.reason.map { $0 == letter.reason } ?? true)
            && (query.featureSet.map { $0 == letter.featureSet } ?? true)
            && (query.store.map { $0 == letter.store } ?? true)
            && (query.job.map { $0 == letter.job } ?? true)
            && (query.since.map { letter.at >= $0 } ?? true)
            && (query.ids.map { $0.contains(letter.id) } ?? true)
    }
}
