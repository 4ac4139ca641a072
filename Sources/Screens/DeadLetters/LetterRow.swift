import FeatureModel

/// A row of the list of dead letters: the letter without its payload, so that a hundred thousand of them are small.
struct LetterRow: Identifiable, Equatable, Sendable {
    let id: DeadLetterID
    let at: Timestamp
    let reason: DeadLetterReason
    let featureSet: FeatureSetReference?
    let store: StoreName?
    let job: JobID?
    let transform: String
    let message: String
    let size: Int
    let replays: Int64

    /// The row of a letter.
    init(_ letter: DeadLetter) {
        id = letter.id
        at = letter.at
        reason = letter.reason
        featureSet = letter.featureSet
        store = letter.store
        job = letter.job
        transform = letter.transform
        message = letter.message
        size = letter.payload.count
        replays = letter.replays
    }
}
