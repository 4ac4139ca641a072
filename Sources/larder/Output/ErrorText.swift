import FeatureModel
import Operations
import TextCanvas

/// Tells an error on standard error: a line for people, an object for scripts that asked for JSON.
enum ErrorText {
    static func write(_ error: OperationError, _ format: OutputFormat) {
        let text = format.isJSON ? JSONText.write(object(error)) : "larder: " + line(error)
        StandardStream.error.write(text + "\n")
    }

    /// The line for people: what is wrong, and what to do.
    static func line(_ error: OperationError) -> String { SafeText.escaped(error.description) }

    /// The object for scripts.
    static func object(_ error: OperationError) -> OutputValue {
        .object([OutputField("error", fields(error))])
    }

    /// An error's parts, as the `errors` of a list have them too.
    static func fields(_ error: OperationError) -> OutputValue {
        .object([
            OutputField("code", .string(error.code.rawValue)), OutputField("message", .string(error.message)),
            OutputField("target", .optional(error.target)), OutputField("hint", .optional(error.hint)),
        ])
    }

    /// What the fields of an error look like.
    static let shape = [
        FieldShape("code", .choice(OperationError.Code.allCases.map(\.rawValue))), FieldShape("message", .text),
        FieldShape("target", .optional(.text)), FieldShape("hint", .optional(.text)),
    ]
}
