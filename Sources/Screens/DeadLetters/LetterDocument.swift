import FeatureModel

/// A dead letter as JSON, as `larder dead-letters get -o json` writes it.
enum LetterDocument {
    /// The document of a letter.
    static func of(_ letter: DeadLetter) -> JSONText {
        .object([
            ("kind", .text("DeadLetter")), ("id", .text(letter.id.rawValue)), ("at", .text(letter.at.description)),
            ("featureSet", .optional(letter.featureSet?.description)), ("store", .optional(letter.store?.rawValue)),
            ("job", .optional(letter.job?.rawValue)), ("reason", .text(letter.reason.rawValue)),
            ("message", .text(letter.message)), ("payload", .text(Base64.text(letter.payload))),
            ("replays", .integer(letter.replays)),
        ])
    }
}
