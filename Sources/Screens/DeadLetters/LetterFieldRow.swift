import FeatureModel
import Operations

/// A field of a dead letter's payload.
struct LetterFieldRow: Identifiable, Equatable, Sendable {
    /// Its place in the row.
    let id: Int
    let field: NamedValue

    /// The value as a command takes it; nil for null and lists.
    var word: String? {
        switch field.value {
        case .string(let text): text
        case let value? where !value.type.isList: ValueText.short(value)
        default: nil
        }
    }
}
