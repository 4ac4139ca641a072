import FeatureModel
import Operations

/// A dead letter as a person reads it.
enum DeadLetterText {
    static func write(_ letter: DeadLetter, _ payload: DecodedPayload) -> String {
        var facts: [(name: String, value: String)] = [
            ("id", letter.id.rawValue), ("time", letter.at.description), ("reason", letter.reason.rawValue),
            ("message", letter.message), ("step", letter.transform),
            ("feature set", letter.featureSet?.description ?? "-"), ("store", letter.store?.rawValue ?? "-"),
            ("job", letter.job?.rawValue ?? "-"), ("replays", "\(letter.replays)"),
        ]
        if let problem = payload.problem {
            facts.append(("payload", problem))
            facts.append(("bytes", String(decoding: letter.payload.prefix(400), as: UTF8.self)))
        } else {
            facts.append(("event time", payload.eventTimestamp?.description ?? "-"))
            facts += payload.fields.map { ("  \($0.name)", JSONText.write(OutputValue($0.value))) }
        }
        return FactLines.write(facts)
    }
}
