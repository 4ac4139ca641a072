import FeatureModel
import StorageAPI
import Synchronization

/// Keeps dead letters by their ids, and fails as it is told.
final class KeptLetters: DeadLetterSink {
    private let state = Mutex<(letters: [DeadLetterID: DeadLetter], failures: [StoreError])>(([:], []))

    var letters: [DeadLetter] {
        state.withLock { state in state.letters.values.sorted { ($0.position, $0.id) < ($1.position, $1.id) } }
    }

    func failAppending(_ errors: StoreError...) { state.withLock { $0.failures = errors } }

    func append(_ letters: [DeadLetter]) async throws(StoreError) {
        let failure = state.withLock { state -> StoreError? in
            if !state.failures.isEmpty { return state.failures.removeFirst() }
            for letter in letters where state.letters[letter.id] == nil { state.letters[letter.id] = letter }
            return nil
        }
        if let failure { throw failure }
    }
}

private func < (left: (SourcePosition?, DeadLetterID), right: (SourcePosition?, DeadLetterID)) -> Bool {
    guard let first = left.0, let second = right.0, first != second else { return left.1 < right.1 }
    return first < second
}
