import FeatureModel
import Operations
import TextCanvas

/// Tells an error on standard error: a line for people, an object for scripts that asked for JSON.
enum ErrorText {
    static func write(_ error: OperationError, _ format: OutputFormat) {
        switch format {
        case .json, .jsonl: StandardStream.error.write(JSONText.write(object(error)) + "\n")
        case .table, .csv, .yaml, .name: StandardStream.error.write("larder: " + line(error) + "\n")
        }
    }

    private static func line(_ error: OperationError) -> String { SafeText.escaped(error.description) }

    private static func object(_ error: OperationError) -> OutputValue {
        .object([
            OutputField(
                "error",
                .object([
                    OutputField("code", .string(error.code.rawValue)),
                    OutputField("message", .string(error.message)),
                    OutputField("target", .optional(error.target)), OutputField("hint", .optional(error.hint)),
                ]))
        ])
    }
}
